import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { moveConversation } from "./move-conversation.ts";
import { type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Either side may end a conversation. Closing again changes nothing. */
export function closeConversation(ctx: Context | Tx, id: string): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, id);
    if (conversation.handling === "closed") return getConversationView(tx, id);
    await moveConversation(tx, conversation, {
      handling: "closed",
      assigneeId: conversation.assigneeId,
      activity: {
        name: "closed",
        by: tx.actor.kind === "contact" ? "contact" : "team",
        agentName: "name" in tx.actor ? tx.actor.name : null,
      },
      event: "conversation.closed",
    });
    return tellConversation(tx, id);
  });
}
