export { default as styles } from "../styles/diagnosis.css?inline";
export { openDiagnosis } from "./open-diagnosis.tsx";
