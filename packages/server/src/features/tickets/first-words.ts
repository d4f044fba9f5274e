import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { messages } from "../messages/tables.ts";

/** What the contact began with: a subject where nobody gave one. */
export async function firstWords(tx: Tx, conversationId: string): Promise<string> {
  const [first] = await tx.db
    .select({ body: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.authorKind, "contact")))
    .orderBy(asc(messages.seq))
    .limit(1);
  const line = (first?.body ?? "Conversation").replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s\S*$/, "")}…`;
}
