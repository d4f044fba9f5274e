import { late } from "../late.ts";

/** The list of them, and each one's row. */
export const lateConversations = late(() => import("../screens/conversation-screens.ts"));
