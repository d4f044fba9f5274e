import { allow } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { transact } from "../../transact.ts";
import { assignConversationTo } from "./assign-conversation.ts";
import { mayClaim } from "./policy.ts";
import { type ConversationView, lockConversation } from "./queries.ts";

/** Takes a waiting conversation. Of several who try at once, one wins and the others hear `already_claimed`. */
export function claimConversation(ctx: Context<TeamActor>, id: string): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const { actor } = tx;
    // An API key is nobody who could answer: it assigns instead.
    allow(actor.kind === "agent", "forbidden");
    const conversation = await lockConversation(tx, id);
    allow(mayClaim(conversation, actor.agentId), "already_claimed");
    return assignConversationTo(tx, conversation, actor.agentId);
  });
}
