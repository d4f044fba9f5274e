export { Sections } from "../parts/Sections.tsx";
export { Suggestions } from "../parts/Suggestions.tsx";
export { default as styles } from "../styles/sections.css?inline";
export { Articles } from "./Articles.tsx";
export { Conversations } from "./Conversations.tsx";
export { Continue, HomeLinks, Problem, StartHint } from "./home-parts.tsx";
