export { ConversationRow } from "../parts/ConversationRow.tsx";
export { default as styles } from "../styles/lists.css?inline";
export { Conversations } from "./Conversations.tsx";
