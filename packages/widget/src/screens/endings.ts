export { Rating } from "../parts/Rating.tsx";
export { default as styles } from "../styles/rating.css?inline";
