export { default as styles } from "../styles/extras.css?inline";
export { ChatExtras } from "./ChatExtras.tsx";
