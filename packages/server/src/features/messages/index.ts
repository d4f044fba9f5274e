export { appendActivity, appendMessage } from "./append-message.ts";
export { presentMessage } from "./present.ts";
export { sendMessage } from "./send-message.ts";
