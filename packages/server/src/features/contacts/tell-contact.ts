import { eq } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { tellConversation } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { tellTicket } from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";

/** Conversations and tickets are shown with their contact: tells those of one who has changed. */
export async function tellContact(tx: Tx, id: string): Promise<void> {
  const shown = { conversations: eq(conversations.contactId, id), tickets: eq(tickets.contactId, id) };
  for (const conversation of await tx.db.select().from(conversations).where(shown.conversations).limit(100)) {
    await tellConversation(tx, conversation.id);
  }
  for (const ticket of await tx.db.select().from(tickets).where(shown.tickets).limit(100))
    await tellTicket(tx, ticket.id);
}
