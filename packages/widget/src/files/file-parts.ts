export { default as styles } from "../styles/files.css?inline";
export { Files } from "./Files.tsx";
export { openTray } from "./open-tray.tsx";
