export { Articles } from "../screens/Articles.tsx";
export { default as styles } from "../styles/search.css?inline";
export { ArticleSearch } from "./ArticleSearch.tsx";
export { Suggestions } from "./Suggestions.tsx";
