import type { UpdateContact } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { tellConversation } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { tellTicket } from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";
import type { ContactRow } from "./present.ts";
import { getContact } from "./queries.ts";
import { contacts } from "./tables.ts";

/** Changes what is given; attributes are merged by key. What a contact says about themselves stays unverified. */
export function changeContact(
  ctx: Context | Tx,
  id: string,
  { attributes, ...change }: UpdateContact,
): Promise<ContactRow> {
  return transact(ctx, async (tx) => {
    const before = await getContact(tx, id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (!attributes && Object.keys(given).length === 0) return before;
    const [row] = await tx.db
      .update(contacts)
      .set({ ...given, ...(attributes && { attributes: { ...before.attributes, ...attributes } }) })
      .where(eq(contacts.id, id))
      .returning();
    if (!row) throw new Error("A contact vanished while it was changed");
    await tx.record(
      "contact.updated",
      { contactId: id },
      { fields: [...Object.keys(given), ...(attributes ? ["attributes"] : [])] },
    );
    // Conversations and tickets are shown with their contact.
    const shown = { conversations: eq(conversations.contactId, id), tickets: eq(tickets.contactId, id) };
    for (const conversation of await tx.db.select().from(conversations).where(shown.conversations).limit(100)) {
      await tellConversation(tx, conversation.id);
    }
    for (const ticket of await tx.db.select().from(tickets).where(shown.tickets).limit(100))
      await tellTicket(tx, ticket.id);
    return row;
  });
}
