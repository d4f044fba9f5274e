import type { Message, MessagesQuery, Note, Page, PageQuery } from "@deskbell/contract";
import { and, asc, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import { events } from "../../db/events.ts";
import { prepare } from "../../db/prepare.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import type { Tx } from "../../transact.ts";
import { agents } from "../agents/tables.ts";
import { channels } from "../channels/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { tickets } from "../tickets/tables.ts";
import { type MessageRow, type NoteRow, presentMessage, presentNote } from "./present.ts";
import { messages, notes } from "./tables.ts";

const maxSeq = 2 ** 31 - 1;

const select = (db: Db) =>
  db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, sql.placeholder("conversationId")),
        gt(messages.seq, sql.placeholder("after")),
        lt(messages.seq, sql.placeholder("before")),
      ),
    )
    .limit(sql.placeholder("limit"))
    .$dynamic();
const oldestOf = prepare((db) => select(db).orderBy(asc(messages.seq)));
const newestOf = prepare((db) => select(db).orderBy(desc(messages.seq)));

/** The caller has made sure that this actor sees the conversation. */
export async function listMessageRows(tx: Tx, conversationId: string, query: MessagesQuery): Promise<Page<Message>> {
  const { after, before, changedAfter, limit = 50 } = query;
  if (changedAfter !== undefined) return listChangedRows(tx, conversationId, changedAfter, limit);
  const ascending = after !== undefined;
  const window = { conversationId, after: after ?? 0, before: before ?? maxSeq, limit: limit + 1 };
  const rows = await (ascending ? oldestOf : newestOf)(tx.db, window);
  const shown = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? String(shown.at(-1)?.seq) : null;
  if (!ascending) shown.reverse();
  return { data: shown.map(presentMessage), nextCursor };
}

/** Edited and deleted ones, the latest change last. One that changes again while pages are read comes on a later page. */
async function listChangedRows(
  tx: Tx,
  conversationId: string,
  changedAfter: number,
  limit: number,
): Promise<Page<Message>> {
  const rows = await tx.db
    .select()
    .from(messages)
    // The second is the index's own condition, which the planner does not find in a parameter.
    .where(
      and(
        eq(messages.conversationId, conversationId),
        gt(messages.changeSeq, changedAfter),
        sql`${messages.changeSeq} > 0`,
      ),
    )
    .orderBy(asc(messages.changeSeq))
    .limit(limit + 1);
  return pageFrom(rows, limit, presentMessage, ({ changeSeq }) => String(changeSeq));
}

/** Of this conversation. */
export async function findMessage(tx: Tx, conversationId: string, id: string): Promise<MessageRow | null> {
  const [row] = await tx.db
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.conversationId, conversationId)));
  return row ?? null;
}

/** Of this conversation, or `not_found`. */
export async function getMessage(tx: Tx, conversationId: string, id: string): Promise<MessageRow> {
  const row = await findMessage(tx, conversationId, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** Whether a form has been submitted, and that was not taken back. */
export async function isFormAnswered(tx: Tx, conversationId: string, formId: string): Promise<boolean> {
  const [response] = await tx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.authorKind, "contact"),
        sql`${messages.payload} @> ${JSON.stringify({ type: "form_response", to: formId })}::text::jsonb`,
      ),
    )
    .limit(1);
  return response !== undefined;
}

/** Whether the actor wrote it. Which API key wrote something, only the log knows. */
export async function isAuthor(tx: Tx, message: MessageRow): Promise<boolean> {
  const { actor } = tx;
  // A conversation has one contact, by whatever id before they were identified.
  if (actor.kind === "contact") return message.authorKind === "contact";
  if (actor.kind === "agent") return message.authorKind === "agent" && message.authorId === actor.agentId;
  if (actor.kind !== "apiKey" || message.authorKind !== "bot") return false;
  const [written] = await tx.db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, tx.workspaceId),
        eq(events.conversationId, message.conversationId),
        eq(events.type, "message.created"),
        eq(events.actorId, actor.apiKeyId),
        sql`${events.data} ->> 'messageId' = ${message.id}`,
      ),
    )
    .limit(1);
  return written !== undefined;
}

/** The contact's message that nobody has answered yet, if the last word is theirs; what they took back does not count. */
export async function findUnanswered(tx: Tx, conversationId: string): Promise<string | null> {
  const [last] = await tx.db
    .select({ id: messages.id, authorKind: messages.authorKind })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        ne(messages.authorKind, "system"),
        or(ne(messages.authorKind, "contact"), isNull(messages.deletedAt)),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return last?.authorKind === "contact" ? last.id : null;
}

const findCircumstances = prepare((db) =>
  db
    .select({
      contact: { name: contacts.name },
      channel: { afterClose: channels.afterClose },
      assignee: { id: agents.id, unavailableSince: agents.unavailableSince },
      ticket: { status: tickets.status },
      repeatedId: messages.id,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(agents, eq(agents.id, conversations.assigneeId))
    .leftJoin(tickets, eq(tickets.id, conversations.ticketId))
    .leftJoin(
      messages,
      and(eq(messages.conversationId, conversations.id), eq(messages.clientId, sql.placeholder("clientId"))),
    )
    .where(eq(conversations.id, sql.placeholder("conversationId"))),
);

/** What decides about a new message beside its conversation, and the one that was sent with this `clientId` before. */
export async function getCircumstances(tx: Tx, conversationId: string, clientId: string) {
  const [row] = await findCircumstances(tx.db, { conversationId, clientId });
  if (!row) throw new AppError("not_found");
  return row;
}

const findByClientId = prepare((db) =>
  db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, sql.placeholder("conversationId")),
        eq(messages.clientId, sql.placeholder("clientId")),
      ),
    ),
);

export async function findMessageByClientId(
  tx: Tx,
  conversationId: string,
  clientId: string,
): Promise<MessageRow | null> {
  const [row] = await findByClientId(tx.db, { conversationId, clientId });
  return row ?? null;
}

/** Oldest first. The caller has made sure that this actor sees the conversation. */
export async function listNoteRows(
  tx: Tx,
  conversationId: string,
  { cursor, limit = 30 }: PageQuery,
): Promise<Page<Note>> {
  const from = cursor ? decodeCursor(cursor, "time") : null;
  const rows = await tx.db
    .select()
    .from(notes)
    .where(and(eq(notes.conversationId, conversationId), from ? gt(notes.id, from.id) : undefined))
    .orderBy(asc(notes.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, presentNote, ({ createdAt, id }) => encodeCursor(createdAt.toISOString(), id));
}

export async function findNoteByClientId(tx: Tx, conversationId: string, clientId: string): Promise<NoteRow | null> {
  const [row] = await tx.db
    .select()
    .from(notes)
    .where(and(eq(notes.conversationId, conversationId), eq(notes.clientId, clientId)));
  return row ?? null;
}
