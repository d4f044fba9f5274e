import type { Message, MessagesQuery, Note, Page, PageQuery } from "@deskbell/contract";
import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { prepare } from "../../db/prepare.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import type { Tx } from "../../transact.ts";
import { type MessageRow, type NoteRow, presentMessage, presentNote } from "./present.ts";
import { messages, notes } from "./tables.ts";

/** The caller has made sure that this actor sees the conversation. */
export async function listMessageRows(tx: Tx, conversationId: string, query: MessagesQuery): Promise<Page<Message>> {
  const { after, before, limit = 50 } = query;
  const ascending = after !== undefined;
  const rows = await tx.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        after === undefined ? undefined : gt(messages.seq, after),
        before === undefined ? undefined : lt(messages.seq, before),
      ),
    )
    .orderBy(ascending ? asc(messages.seq) : desc(messages.seq))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? String(shown.at(-1)?.seq) : null;
  if (!ascending) shown.reverse();
  return { data: shown.map(presentMessage), nextCursor };
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
