export { default as styles } from "../styles/office.css?inline";
export { OfficeLine } from "./OfficeLine.tsx";
