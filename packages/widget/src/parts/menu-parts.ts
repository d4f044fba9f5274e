export { default as styles } from "../styles/menu.css?inline";
export { ChatMenu } from "./ChatMenu.tsx";
