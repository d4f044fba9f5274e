export { default as styles } from "../styles/articles.css?inline";
export { Article } from "./Article.tsx";
export { Articles } from "./Articles.tsx";
