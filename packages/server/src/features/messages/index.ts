export { appendActivity, appendMessage, type NewMessage } from "./append-message.ts";
export { type MessageRow, presentMessage } from "./present.ts";
export { findMessageByClientId } from "./queries.ts";
export { sendMessage } from "./send-message.ts";
