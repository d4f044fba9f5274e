export { default as styles } from "../styles/menu.css?inline";
export { MenuItems } from "./MenuItems.tsx";
