import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { after, type Tx } from "../../transact.ts";
import { agents } from "../agents/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { ticketCounters, tickets } from "./tables.ts";

export type TicketRow = typeof tickets.$inferSelect;

/** Everything that a ticket is presented from, in one query. Its first conversation is where messages go. */
export const selectTicketViews = (tx: Tx) =>
  tx.db
    .select({
      ticket: tickets,
      contact: contacts,
      assignee: agents,
      conversationId: ofFirstConversation(conversations.id),
      channelId: ofFirstConversation(conversations.channelId),
    })
    .from(tickets)
    .innerJoin(contacts, eq(contacts.id, tickets.contactId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId));

const ofFirstConversation = (column: typeof conversations.id | typeof conversations.channelId) =>
  sql<string>`(select ${column} from ${conversations} where ${conversations.ticketId} = ${tickets.id} order by ${conversations.id} limit 1)`;

export type TicketView = Awaited<ReturnType<typeof selectTicketViews>>[number];

/** What this actor may see at all: a contact their own, the team everything of the workspace. */
export const ticketsVisibleTo = (tx: Tx): SQL | undefined =>
  tx.actor.kind === "contact" ? eq(tickets.contactId, tx.actor.contactId) : undefined;

/** By its id inside, or what it is called outside: `{ id }` or `{ publicId }`. Otherwise `not_found`. */
export async function getTicketView(tx: Tx, name: { id: string } | { publicId: string }): Promise<TicketView> {
  const named = "id" in name ? eq(tickets.id, name.id) : eq(tickets.publicId, name.publicId);
  const [view] = await selectTicketViews(tx).where(and(named, ticketsVisibleTo(tx)));
  if (!view) throw new AppError("not_found");
  return view;
}

/** Conversations before tickets, as whoever writes a message does: two who wait for each other in turn would never end. */
export async function lockTicket(tx: Tx, id: string): Promise<TicketRow> {
  await listTicketConversations(tx, id).for("update");
  const [row] = await tx.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.id, id), ticketsVisibleTo(tx)))
    .for("update");
  if (!row) throw new AppError("not_found");
  after(tx, row.updatedAt);
  return row;
}

/** The workspace's next ticket number; the counter's row stays locked until the commit, so there are no gaps. */
export async function takeNumber(tx: Tx): Promise<number> {
  const [row] = await tx.db
    .insert(ticketCounters)
    .values({ workspaceId: tx.workspaceId, lastNumber: 1 })
    .onConflictDoUpdate({
      target: ticketCounters.workspaceId,
      set: { lastNumber: sql`${ticketCounters.lastNumber} + 1` },
    })
    .returning({ number: ticketCounters.lastNumber });
  if (!row) throw new Error("The ticket counter returned no row");
  return row.number;
}

/** The conversations of a ticket, the first first. */
export const listTicketConversations = (tx: Tx, ticketId: string) =>
  tx.db.select().from(conversations).where(eq(conversations.ticketId, ticketId)).orderBy(asc(conversations.id));
