export { Article } from "../screens/Article.tsx";
export { default as styles } from "../styles/rich-text.css?inline";
export { RichText, Sources } from "./RichText.tsx";
