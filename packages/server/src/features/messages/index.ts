export { addNote } from "./add-note.ts";
export { appendActivity, appendMessage } from "./append-message.ts";
export { changeAttachment } from "./change-attachment.ts";
export { presentMessage } from "./present.ts";
export { findMessageByClientId, listMessageRows } from "./queries.ts";
export { sendMessage } from "./send-message.ts";
