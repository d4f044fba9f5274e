export { allowAnother } from "./allow-another.ts";
export { assignConversationTo } from "./assign-conversation.ts";
export { closeConversation } from "./close-conversation.ts";
export { handOff } from "./hand-off.ts";
export { moveConversation } from "./move-conversation.ts";
export { openConversation } from "./open-conversation.ts";
export { presentConversation, presentTeamConversation } from "./present.ts";
export {
  type ConversationRow,
  type ConversationView,
  getConversationView,
  lockConversation,
  selectViews,
  visibleTo as visibleConversations,
} from "./queries.ts";
export { tellConversation, tellConversationView, tellQueue } from "./tell-conversation.ts";
