export { default as styles } from "../styles/emoji.css?inline";
export { Picker } from "./Picker.tsx";
