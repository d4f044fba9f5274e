import type { QueueCounts } from "@deskbell/contract";
import { and, asc, desc, eq, exists, inArray, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import { prepare } from "../../db/prepare.ts";
import { workspaces } from "../../db/tenant-table.ts";
import { after, type Tx } from "../../transact.ts";
import { hasRoom, mayAnswerFor } from "../agents/index.ts";
import { agents } from "../agents/tables.ts";
import { channels } from "../channels/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { messages } from "../messages/tables.ts";
import { queuePlaces } from "../queue/tables.ts";
import { teams } from "../teams/tables.ts";
import { tickets } from "../tickets/tables.ts";
import { conversations } from "./tables.ts";

export type ConversationRow = typeof conversations.$inferSelect;

/** Everything that a conversation is presented from, in one query: it is asked for every message. */
export const selectViews = ({ db }: { db: Db }) =>
  db
    .select({
      conversation: conversations,
      contact: contacts,
      channel: { id: channels.id, name: channels.name, afterClose: channels.afterClose },
      assignee: { id: agents.id, name: agents.name, unavailableSince: agents.unavailableSince },
      team: { id: teams.id, name: teams.name },
      place: {
        position: queuePlaces.position,
        expectedWaitSeconds: queuePlaces.expectedWaitSeconds,
        updatedAt: queuePlaces.updatedAt,
      },
      ticket: {
        id: tickets.id,
        publicId: tickets.publicId,
        number: tickets.number,
        subject: tickets.subject,
        status: tickets.status,
      },
      lastMessage: messages,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(agents, eq(agents.id, conversations.assigneeId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(queuePlaces, eq(queuePlaces.conversationId, conversations.id))
    .leftJoin(tickets, eq(tickets.id, conversations.ticketId))
    .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.lastSeq)));

export type ConversationView = Awaited<ReturnType<typeof selectViews>>[number];

/** What this actor may see at all: a contact their own, the team everything of the workspace. */
export const visibleTo = (tx: Tx): SQL | undefined =>
  tx.actor.kind === "contact" ? eq(conversations.contactId, tx.actor.contactId) : undefined;

const byId = and(
  eq(conversations.id, sql.placeholder("id")),
  sql`(${sql.placeholder("contactId")}::uuid is null or ${conversations.contactId} = ${sql.placeholder("contactId")})`,
);
const visibleById = (tx: Tx, id: string) => ({
  id,
  contactId: tx.actor.kind === "contact" ? tx.actor.contactId : null,
});

const findView = prepare((db) => selectViews({ db }).where(byId));

/** In this workspace and visible to this actor, or `not_found`. */
export async function getConversationView(tx: Tx, id: string): Promise<ConversationView> {
  const [view] = await findView(tx.db, visibleById(tx, id));
  if (!view) throw new AppError("not_found");
  return view;
}

const find = prepare((db) => db.select().from(conversations).where(byId));

/** Like `getConversationView`, without what it is shown with. */
export async function getConversation(tx: Tx, id: string): Promise<ConversationRow> {
  const [row] = await find(tx.db, visibleById(tx, id));
  if (!row) throw new AppError("not_found");
  return row;
}

const findForUpdate = prepare((db) => db.select().from(conversations).where(byId).for("update"));

/** Like `getConversation`, and nobody else changes the conversation until the commit. */
export async function lockConversation(tx: Tx, id: string): Promise<ConversationRow> {
  const [row] = await findForUpdate(tx.db, visibleById(tx, id));
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
  const rows = await tx.db
    .select({
      teamId: conversations.teamId,
      queue: sql<number>`count(*) filter (where ${conversations.handling} = 'queue')::int`,
      mine: sql<number>`count(*) filter (where ${conversations.assigneeId} = ${agentId}::uuid)::int`,
      all: sql<number>`count(*)::int`,
    })
    .from(conversations)
    .where(ne(conversations.handling, "closed"))
    .groupBy(conversations.teamId);
  const total = (key: "queue" | "mine" | "all"): number => rows.reduce((sum, row) => sum + row[key], 0);
  const teams = rows.flatMap(({ teamId, queue }): [string, number][] => (teamId && queue ? [[teamId, queue]] : []));
  return { queue: total("queue"), mine: total("mine"), all: total("all"), teams: Object.fromEntries(teams) };
}

/** Who waits longest in a channel whose conversations are given, and can be given to somebody. */
export const selectToGive = ({ db }: Tx) =>
  db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .where(
      and(
        eq(conversations.handling, "queue"),
        eq(channels.assignment, "automatic"),
        exists(
          db
            .select({ id: agents.id })
            .from(agents)
            .innerJoin(workspaces, eq(workspaces.id, agents.workspaceId))
            .where(and(hasRoom(db), mayAnswerFor(db, conversations.teamId))),
        ),
      ),
    )
    .orderBy(asc(conversations.queuedAt), asc(conversations.id))
    .limit(1);

/** An agent's open conversations in which the contact has spoken last. */
export async function listUnanswered(tx: Tx, agentId: string): Promise<string[]> {
  const rows = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.assigneeId, agentId), eq(conversations.handling, "agent")))
    .orderBy(asc(conversations.id));
  const ids: string[] = [];
  for (const { id } of rows) if (await isUnanswered(tx, id)) ids.push(id);
  return ids;
}

/** Whether the contact has spoken last; bots and lines of the system do not answer. */
export async function isUnanswered(tx: Tx, id: string): Promise<boolean> {
  const [last] = await tx.db
    .select({ authorKind: messages.authorKind })
    .from(messages)
    .where(and(eq(messages.conversationId, id), inArray(messages.authorKind, ["contact", "agent"])))
    .orderBy(desc(messages.seq))
    .limit(1);
  return last?.authorKind === "contact";
}
