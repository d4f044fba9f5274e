export { Conversations } from "./Conversations.tsx";
