import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { conversations } from "../conversations/tables.ts";
import { files } from "../files/tables.ts";
import { proactiveShown } from "../proactive/tables.ts";
import { tickets } from "../tickets/tables.ts";
import type { ContactRow } from "./present.ts";
import { contacts, sessions, trackedEvents } from "./tables.ts";
import { tellContact } from "./tell-contact.ts";

/**
 * What an anonymous contact did becomes the identified one's: conversations, tickets, and what they said of themselves
 * where nothing is known. Both rows are locked. All of the anonymous contact's sessions end, since somebody else may
 * have planted one of them in this browser.
 */
export async function mergeContact(tx: Tx, from: ContactRow, into: ContactRow): Promise<ContactRow> {
  const [merged] = await tx.db
    .update(contacts)
    .set({
      name: into.name ?? from.name,
      email: into.email ?? from.email,
      phone: into.phone ?? from.phone,
      attributes: { ...from.attributes, ...into.attributes },
    })
    .where(eq(contacts.id, into.id))
    .returning();
  if (!merged) throw new Error("A contact vanished while it was merged");
  await tx.db
    .update(contacts)
    .set({ mergedInto: into.id, name: null, email: null, phone: null, attributes: {} })
    .where(eq(contacts.id, from.id));
  await tx.db
    .update(conversations)
    .set({
      contactId: into.id,
      // Unique per contact: one that both have chosen gives way.
      clientId: sql`case when exists (select from ${conversations} other where other.contact_id = ${into.id} and other.client_id = ${conversations.clientId}) then ${conversations.id}::text else ${conversations.clientId} end`,
    })
    .where(eq(conversations.contactId, from.id));
  await tx.db.update(tickets).set({ contactId: into.id }).where(eq(tickets.contactId, from.id));
  await tx.db
    .update(files)
    .set({
      ownerId: into.id,
      clientId: sql`case when exists (select from ${files} other where other.workspace_id = ${files.workspaceId} and other.owner_kind = 'contact' and other.owner_id = ${into.id} and other.client_id = ${files.clientId}) then ${files.id}::text else ${files.clientId} end`,
    })
    .where(and(eq(files.ownerKind, "contact"), eq(files.ownerId, from.id)));
  await tx.db
    .update(trackedEvents)
    .set({
      contactId: into.id,
      clientId: sql`case when exists (select from ${trackedEvents} other where other.contact_id = ${into.id} and other.client_id = ${trackedEvents.clientId}) then ${trackedEvents.id}::text else ${trackedEvents.clientId} end`,
    })
    .where(eq(trackedEvents.contactId, from.id));
  const alsoSeen = sql`exists (select from ${proactiveShown} other where other.contact_id = ${into.id} and other.rule_id = ${proactiveShown.ruleId})`;
  await tx.db.delete(proactiveShown).where(and(eq(proactiveShown.contactId, from.id), alsoSeen));
  await tx.db.update(proactiveShown).set({ contactId: into.id }).where(eq(proactiveShown.contactId, from.id));
  await tx.db.delete(sessions).where(eq(sessions.contactId, from.id));
  await tx.record("contact.merged", { contactId: into.id }, { from: from.id });
  await tx.cut({ contactId: from.id });
  await tellContact(tx, into.id);
  return merged;
}
