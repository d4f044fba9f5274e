import type { ReadConversation } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { conversations } from "./tables.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Everything up to `seq` has been read by this side. Never goes back, and never beyond what there is. */
export function readConversation(ctx: Context, id: string, { seq }: ReadConversation): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, id);
    const reader = tx.actor.kind === "contact" ? "contact" : "team";
    const column = reader === "contact" ? "contactReadSeq" : "agentReadSeq";
    const upTo = Math.min(seq, conversation.lastSeq);
    if (upTo <= conversation[column]) return getConversationView(tx, id);
    await tx.db
      .update(conversations)
      .set({ [column]: upTo })
      .where(eq(conversations.id, id));
    const read = { conversationId: id, reader, seq: upTo } as const;
    tx.tell.contact(conversation.contactId, "read", read);
    tx.tell.team("read", read);
    return tellConversation(tx, id);
  });
}
