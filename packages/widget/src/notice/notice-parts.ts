export { default as styles } from "../styles/notice.css?inline";
export { Notice } from "./Notice.tsx";
