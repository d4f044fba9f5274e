export { default as styles } from "../styles/errors.css?inline";
export { Refusal, Wait } from "./Refusal.tsx";
