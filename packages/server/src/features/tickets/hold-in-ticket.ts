import type { Tx } from "../../transact.ts";
import { firstWords } from "./first-words.ts";
import { openTicket } from "./open-ticket.ts";
import { tellTicket } from "./tell-ticket.ts";

/** A ticket around a conversation, whose row is locked and which has none. Returns its id. */
export async function holdInTicket(
  tx: Tx,
  conversation: { id: string; contactId: string; assigneeId: string | null },
): Promise<string> {
  const subject = await firstWords(tx, conversation.id);
  const ticket = await openTicket(tx, conversation, { subject, priority: "normal", source: "chat" });
  await tellTicket(tx, ticket.id);
  return ticket.id;
}
