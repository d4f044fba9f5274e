export { allowAnother } from "./allow-another.ts";
export { assignConversationTo } from "./assign-conversation.ts";
export { closeConversation } from "./close-conversation.ts";
export { handOff } from "./hand-off.ts";
export { moveConversation } from "./move-conversation.ts";
export { openConversation } from "./open-conversation.ts";
export {
  type ConversationRow,
  getConversation,
  getConversationView,
  lockConversation,
} from "./queries.ts";
export { tellConversation, tellConversationView, tellQueue } from "./tell-conversation.ts";
