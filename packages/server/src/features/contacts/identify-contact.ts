import { eq } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { mergeContact } from "./merge-contact.ts";
import type { ContactRow } from "./present.ts";
import { lockContact, type SessionRow } from "./queries.ts";
import { contacts, sessions } from "./tables.ts";
import { tellContact } from "./tell-contact.ts";
import type { ProvenIdentity } from "./verify-identity.ts";

interface Identified {
  contact: ContactRow;
  previous: "none" | "same" | "joined" | "left";
}

/** The contact of a proven identity. An anonymous contact whose session asks is joined with them, once. */
export async function identifyContact(
  tx: Tx,
  { externalId, verified }: ProvenIdentity,
  before: SessionRow | null,
): Promise<Identified> {
  // Its row is locked from here on: of two that identify at once, one joins.
  const known = await lockIdentified(tx, externalId);
  const contact = await storeVerified(tx, known, verified);
  const [session] = before ? await tx.db.select().from(sessions).where(eq(sessions.id, before.id)) : [];
  if (!session) return { contact, previous: "none" };
  if (session.contactId === contact.id) return { contact, previous: "same" };
  const [from] = await lockContact(tx, session.contactId);
  if (from && from.externalId === null && !from.mergedInto)
    return { contact: await mergeContact(tx, from, contact), previous: "joined" };
  await leave(tx, session);
  return { contact, previous: "left" };
}

async function lockIdentified(tx: Tx, externalId: string): Promise<ContactRow> {
  const [made] = await tx.db
    .insert(contacts)
    .values({ workspaceId: tx.workspaceId, externalId, attributes: {}, lastSeenAt: tx.now, createdAt: tx.now })
    .onConflictDoNothing()
    .returning();
  if (made) {
    await tx.record("contact.created", { contactId: made.id });
    return made;
  }
  const [row] = await tx.db.select().from(contacts).where(eq(contacts.externalId, externalId)).for("update");
  if (!row) throw new Error("A contact was neither inserted nor found");
  return row;
}

/** A bare hash says less than a token: it takes nothing back that a token has said. */
async function storeVerified(tx: Tx, row: ContactRow, said: ProvenIdentity["verified"]): Promise<ContactRow> {
  const verified = said.by === "hash" && row.verified?.by === "token" ? row.verified : said;
  const [stored] = await tx.db
    .update(contacts)
    .set({ verified, name: verified.name ?? row.name, email: verified.email ?? row.email, lastSeenAt: tx.now })
    .where(eq(contacts.id, row.id))
    .returning();
  if (!stored) throw new Error("A contact vanished while it was identified");
  if (JSON.stringify(row.verified) === JSON.stringify(stored.verified)) return stored;
  await tx.record("contact.identified", { contactId: row.id }, { by: verified.by });
  await tellContact(tx, row.id);
  return stored;
}

/** Another person now sits in this browser: the session of the one before ends here. */
async function leave(tx: Tx, { familyId, contactId }: SessionRow): Promise<void> {
  await tx.db.delete(sessions).where(eq(sessions.familyId, familyId));
  await tx.record("session.ended", { contactId });
  await tx.cut({ sessionId: familyId });
}
