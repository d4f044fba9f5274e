export { default as styles } from "../styles/payload.css?inline";
export { Change } from "./Change.tsx";
export { Payload } from "./Payload.tsx";
export { PreChat } from "./PreChat.tsx";
