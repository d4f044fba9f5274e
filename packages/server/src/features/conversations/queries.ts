import type { QueueCounts } from "@deskbell/contract";
import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { after, type Tx } from "../../transact.ts";
import { agents } from "../agents/tables.ts";
import { channels } from "../channels/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { messages } from "../messages/tables.ts";
import { tickets } from "../tickets/tables.ts";
import { conversations } from "./tables.ts";

export type ConversationRow = typeof conversations.$inferSelect;

/** Everything that a conversation is presented from, in one query. */
export const selectViews = (tx: Tx) =>
  tx.db
    .select({
      conversation: conversations,
      contact: contacts,
      channel: channels,
      assignee: agents,
      ticket: tickets,
      lastMessage: messages,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(agents, eq(agents.id, conversations.assigneeId))
    .leftJoin(tickets, eq(tickets.id, conversations.ticketId))
    .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.lastSeq)));

export type ConversationView = Awaited<ReturnType<typeof selectViews>>[number];

/** What this actor may see at all: a contact their own, the team everything of the workspace. */
export const visibleTo = (tx: Tx): SQL | undefined =>
  tx.actor.kind === "contact" ? eq(conversations.contactId, tx.actor.contactId) : undefined;

/** In this workspace and visible to this actor, or `not_found`. */
export async function getConversationView(tx: Tx, id: string): Promise<ConversationView> {
  const [view] = await selectViews(tx).where(and(eq(conversations.id, id), visibleTo(tx)));
  if (!view) throw new AppError("not_found");
  return view;
}

/** Like `getConversationView`, and nobody else changes the conversation until the commit. */
export async function lockConversation(tx: Tx, id: string): Promise<ConversationRow> {
  const [row] = await tx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, id), visibleTo(tx)))
    .for("update");
  if (!row) throw new AppError("not_found");
  after(tx, row.updatedAt);
  return row;
}

/** Of the contact that acts, by the id they chose themselves. */
export async function findConversationByClientId(
  tx: Tx,
  contactId: string,
  clientId: string,
): Promise<ConversationRow | null> {
  const [row] = await tx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), eq(conversations.clientId, clientId)));
  return row ?? null;
}

export async function countQueue(tx: Tx): Promise<QueueCounts> {
  const agentId = tx.actor.kind === "agent" ? tx.actor.agentId : null;
  const [row] = await tx.db
    .select({
      queue: sql<number>`count(*) filter (where ${conversations.handling} = 'queue')::int`,
      mine: sql<number>`count(*) filter (where ${conversations.assigneeId} = ${agentId}::uuid)::int`,
      all: sql<number>`count(*)::int`,
    })
    .from(conversations)
    .where(ne(conversations.handling, "closed"));
  return row ?? { queue: 0, mine: 0, all: 0 };
}

/** Who waits longest in a channel whose conversations are given. */
export const selectToGive = (tx: Tx) =>
  tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .where(and(eq(conversations.handling, "queue"), eq(channels.assignment, "automatic")))
    .orderBy(asc(conversations.queuedAt), asc(conversations.id))
    .limit(1);

/** An agent's open conversations in which the contact has spoken last. */
export async function listUnanswered(tx: Tx, agentId: string): Promise<string[]> {
  const rows = await tx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.assigneeId, agentId), eq(conversations.handling, "agent")))
    .orderBy(asc(conversations.id));
  const since = await Promise.all(rows.map((row) => unansweredSince(tx, row)));
  return rows.filter((_, index) => since[index]).map(({ id }) => id);
}

/** Since when the contact waits for an agent's answer; `null` when an agent has spoken last. */
export async function unansweredSince(tx: Tx, { id }: Pick<ConversationRow, "id">): Promise<Date | null> {
  const answered = tx.db
    .select({ seq: sql`coalesce(max(${messages.seq}), 0)` })
    .from(messages)
    .where(and(eq(messages.conversationId, id), eq(messages.authorKind, "agent")));
  const [first] = await tx.db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(eq(messages.conversationId, id), eq(messages.authorKind, "contact"), sql`${messages.seq} > (${answered})`),
    )
    .orderBy(asc(messages.seq))
    .limit(1);
  return first?.createdAt ?? null;
}
