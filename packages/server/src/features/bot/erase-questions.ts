import { and, eq, gte, inArray } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { messages } from "../messages/tables.ts";
import { botInteractions } from "./tables.ts";

/** The bot's log repeats what was asked, also under later messages of the same turn. What its turns took and answered stays. */
export async function eraseQuestions(tx: Tx, conversationId: string, seq: number): Promise<void> {
  const since = tx.db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), gte(messages.seq, seq)));
  await tx.db.update(botInteractions).set({ question: "" }).where(inArray(botInteractions.messageId, since));
}
