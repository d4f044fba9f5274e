import type { ContactPresence, Presence } from "@deskbell/contract";
import { and, eq, exists, inArray, ne, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { isAnybodyAvailable } from "../agents/index.ts";
import { agents } from "../agents/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { presentContactPresence } from "./present.ts";
import { connections } from "./tables.ts";

/** How these contacts are, of whom the team has an open conversation: of the others nobody looks. */
export async function listShownContacts(tx: Tx, ids: string[]): Promise<ContactPresence[]> {
  if (ids.length === 0) return [];
  const open = tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contacts.id), ne(conversations.handling, "closed")));
  const rows = await selectContacts(tx).where(and(inArray(contacts.id, ids), exists(open)));
  return rows.map(presentContactPresence);
}

export async function getContactPresence(tx: Tx, id: string): Promise<ContactPresence> {
  const [row] = await selectContacts(tx).where(eq(contacts.id, id));
  if (!row) throw new AppError("not_found");
  return presentContactPresence(row);
}

export type ContactPresenceRow = Awaited<ReturnType<typeof selectContacts>>[number];

/** Somebody may be connected to several nodes: where their page is known counts. */
const selectContacts = ({ db }: Tx) => {
  const connected = db
    .select()
    .from(connections)
    .where(eq(connections.personId, contacts.id))
    .orderBy(sql`${connections.pageUrl} is null`)
    .limit(1)
    .as("connected");
  return db
    .select({
      id: contacts.id,
      lastSeenAt: contacts.lastSeenAt,
      personId: connected.personId,
      pageUrl: connected.pageUrl,
      pageTitle: connected.pageTitle,
    })
    .from(contacts)
    .leftJoinLateral(connected, sql`true`);
};

/** Who is there for this contact. */
export async function getPresence(tx: Tx, contactId: string): Promise<Presence> {
  const theirs = await tx.db
    .selectDistinct({ id: agents.id, unavailableSince: agents.unavailableSince })
    .from(conversations)
    .innerJoin(agents, eq(agents.id, conversations.assigneeId))
    .where(and(eq(conversations.contactId, contactId), eq(conversations.handling, "agent")))
    .limit(100);
  return {
    available: await isAnybodyAvailable(tx),
    agents: theirs.map(({ id, unavailableSince }) => ({ id, available: unavailableSince === null })),
  };
}
