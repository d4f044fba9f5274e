import type { Activity, AuthorKind, MessagePayload } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { prepare } from "../../db/prepare.ts";
import { newId } from "../../ids.ts";
import type { Tx } from "../../transact.ts";
import type { ConversationRow } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { describeActivity } from "./describe-activity.ts";
import { type MessageRow, presentMessage } from "./present.ts";
import { messages } from "./tables.ts";

export interface NewMessage {
  author: { kind: MessageRow["authorKind"]; id: string | null; name: string | null };
  body: string;
  clientId?: string;
  payload?: MessagePayload;
}

/**
 * The only writer of messages: takes the conversation's next `seq`, whose row stays locked until the commit, so that
 * numbers have no gaps and rise in commit order. Tells both sides. Gives back both rows as they now are.
 */
export async function appendMessage(
  tx: Tx,
  { id: conversationId, contactId }: Pick<ConversationRow, "id" | "contactId">,
  { author, body, clientId, payload }: NewMessage,
): Promise<{ message: MessageRow; conversation: ConversationRow }> {
  const id = newId();
  const authorKind = author.kind;
  // None awaits another, so that they travel together.
  const [[conversation], [message]] = await Promise.all([
    takeSeq(tx.db, { conversationId, authorKind, now: tx.now }),
    insertMessage(tx.db, {
      id,
      workspaceId: tx.workspaceId,
      conversationId,
      clientId: clientId ?? null,
      authorKind,
      authorId: author.id,
      authorName: author.name,
      body,
      payload: payload ? JSON.stringify(payload) : null,
      now: tx.now,
    }),
    tx.record("message.created", { conversationId }, { messageId: id }),
  ]);
  // Callers hold the conversation's row, so it exists.
  if (!message || !conversation) throw new Error("The database returned no row for an appended message");
  tx.tell.contact(contactId, "message.created", presentMessage(message));
  tx.tell.team("message.created", presentMessage(message));
  return { message, conversation };
}

const isIt = eq(conversations.id, sql.placeholder("conversationId"));
const nextSeq = sql`${conversations.lastSeq} + 1`;
/** Who writes has read what stands before. */
const readBy = (kind: AuthorKind, seq: PgColumn) =>
  sql`case when ${sql.placeholder("authorKind")}::text = ${kind} then ${nextSeq} else ${seq} end`;

const takeSeq = prepare((db) =>
  db
    .update(conversations)
    .set({
      lastSeq: nextSeq,
      contactReadSeq: readBy("contact", conversations.contactReadSeq),
      agentReadSeq: readBy("agent", conversations.agentReadSeq),
      updatedAt: sql`${sql.param(sql.placeholder("now"), conversations.updatedAt)}`,
    })
    .where(isIt)
    .returning(),
);

const insertMessage = prepare((db) =>
  db
    .insert(messages)
    .values({
      id: sql.placeholder("id"),
      workspaceId: sql.placeholder("workspaceId"),
      conversationId: sql.placeholder("conversationId"),
      seq: sql`(select ${conversations.lastSeq} from ${conversations} where ${isIt})`,
      clientId: sql.placeholder("clientId"),
      authorKind: sql.placeholder("authorKind"),
      authorId: sql.placeholder("authorId"),
      authorName: sql.placeholder("authorName"),
      body: sql.placeholder("body"),
      payload: sql`${sql.placeholder("payload")}::jsonb`,
      createdAt: sql.placeholder("now"),
    })
    .returning(),
);

/** A line in the thread that says what happened. */
export const appendActivity = (tx: Tx, conversation: { id: string; contactId: string }, activity: Activity) =>
  appendMessage(tx, conversation, {
    author: { kind: "system", id: null, name: null },
    body: describeActivity(activity),
    payload: { type: "activity", activity },
  });
