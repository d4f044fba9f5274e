import type { RateConversation } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { ContactActor, Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { type ConversationView, lockConversation } from "./queries.ts";
import { conversations } from "./tables.ts";
import { tellConversation } from "./tell-conversation.ts";

/** How content the contact was. Rating again replaces the first. */
export function rateConversation(
  ctx: Context<ContactActor>,
  id: string,
  { score, comment }: RateConversation,
): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const { ticketId } = await lockConversation(tx, id);
    await tx.db
      .update(conversations)
      .set({ ratingScore: score, ratingComment: comment ?? null, updatedAt: tx.now })
      .where(eq(conversations.id, id));
    await tx.record("conversation.rated", { conversationId: id, ticketId }, { score });
    return tellConversation(tx, id);
  });
}
