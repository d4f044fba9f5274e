export { allowAnother } from "./allow-another.ts";
export { assignConversationTo } from "./assign-conversation.ts";
export { closeConversation } from "./close-conversation.ts";
export { drainQueue } from "./drain-queue.ts";
export { handOff } from "./hand-off.ts";
export { giveChatsJob, returnChatsJob } from "./jobs.ts";
export { moveConversation } from "./move-conversation.ts";
export { openConversation } from "./open-conversation.ts";
export { presentConversation, presentTeamConversation } from "./present.ts";
export {
  type ConversationRow,
  type ConversationView,
  getConversation,
  getConversationView,
  lockConversation,
  selectViews,
  visibleTo as visibleConversations,
} from "./queries.ts";
export { returnLater } from "./return-later.ts";
export { tellConversation } from "./tell-conversation.ts";
export { tellQueue } from "./tell-queue.ts";
