export { ConversationRow } from "../parts/ConversationRow.tsx";
export { Conversations } from "./Conversations.tsx";
