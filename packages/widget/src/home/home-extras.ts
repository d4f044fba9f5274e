export { default as styles } from "../styles/home.css?inline";
export { HomeExtras } from "./HomeExtras.tsx";
