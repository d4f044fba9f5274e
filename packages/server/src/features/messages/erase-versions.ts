import { eq } from "drizzle-orm";
import type { Context, TeamActor } from "../../context.ts";
import { transact } from "../../transact.ts";
import { eraseQuestions } from "../bot/index.ts";
import { lockConversation } from "../conversations/index.ts";
import { getMessage } from "./queries.ts";
import { messageVersions } from "./tables.ts";

/** Forgets for good what a message said before, wherever that was kept. What it says now stays. */
export function eraseVersions(ctx: Context<TeamActor>, conversationId: string, messageId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { ticketId } = await lockConversation(tx, conversationId);
    const { seq } = await getMessage(tx, conversationId, messageId);
    await tx.db.delete(messageVersions).where(eq(messageVersions.messageId, messageId));
    await eraseQuestions(tx, conversationId, seq);
    await tx.record("message.versions_erased", { conversationId, ticketId }, { messageId, seq });
  });
}
