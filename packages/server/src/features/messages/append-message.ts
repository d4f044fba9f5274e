import type { Activity, AuthorKind, MessagePayload } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import { prepare } from "../../db/prepare.ts";
import { newId } from "../../ids.ts";
import type { Tx } from "../../transact.ts";
import type { ConversationRow } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { attachFiles, holdFiles } from "../files/index.ts";
import type { AuthorColumns } from "./author-of.ts";
import { describeActivity } from "./describe-activity.ts";
import { type MessageRow, presentMessage } from "./present.ts";
import { messages } from "./tables.ts";

export interface NewMessage {
  author: AuthorColumns;
  body: string;
  clientId?: string;
  payload?: MessagePayload | null;
  /** Ids of files that the actor has uploaded. */
  attachments?: readonly string[];
}

/**
 * The only writer of messages: takes the conversation's next `seq`, whose row stays locked until the commit, so that
 * numbers have no gaps and rise in commit order. Tells both sides. Gives back both rows as they now are.
 */
export async function appendMessage(
  tx: Tx,
  { id: conversationId, contactId }: Pick<ConversationRow, "id" | "contactId">,
  { author, body, clientId, payload, attachments = [] }: NewMessage,
): Promise<{ message: MessageRow; conversation: ConversationRow }> {
  const held = await holdFiles(tx, attachments);
  const id = newId();
  // They travel together and run in this order.
  const [[conversation], [message]] = await Promise.all([
    takeSeqAs[author.kind](tx.db, { conversationId, now: tx.now }),
    insertMessage(tx.db, {
      id,
      workspaceId: tx.workspaceId,
      conversationId,
      clientId: clientId ?? null,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      body,
      attachments: held.length > 0 ? JSON.stringify(held) : null,
      payload: payload ? JSON.stringify(payload) : null,
      now: tx.now,
    }),
    tx.record("message.created", { conversationId }, { messageId: id }),
  ]);
  // Callers hold the conversation's row, so it exists.
  if (!message || !conversation) throw new Error("The database returned no row for an appended message");
  await attachFiles(tx, id, held);
  const shown = presentMessage(message);
  tx.tell.contact(contactId, "message.created", shown);
  tx.tell.team("message.created", shown);
  return { message, conversation };
}

const isIt = eq(conversations.id, sql.placeholder("conversationId"));
const nextSeq = sql`${conversations.lastSeq} + 1`;
const now = sql.param(sql.placeholder("now"), conversations.updatedAt);

const takeSeq = (kind: AuthorKind) =>
  prepare((db) =>
    db
      .update(conversations)
      .set({
        lastSeq: nextSeq,
        updatedAt: sql`${now}`,
        // Who writes has read what stands before.
        ...(kind === "contact" && { contactReadSeq: nextSeq }),
        // Whoever speaks, the silence begins anew; a line about what happened breaks none.
        ...(kind !== "system" && { idleSince: kind === "contact" ? null : sql`${now}`, idleWarnedAt: null }),
        ...(kind === "agent" && { agentReadSeq: nextSeq }),
      })
      .where(isIt)
      .returning(),
  );

const takeSeqAs = {
  contact: takeSeq("contact"),
  agent: takeSeq("agent"),
  bot: takeSeq("bot"),
  system: takeSeq("system"),
} satisfies Record<AuthorKind, unknown>;

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
      attachments: sql`${sql.placeholder("attachments")}::jsonb`,
      payload: sql`${sql.placeholder("payload")}::jsonb`,
      createdAt: sql.placeholder("now"),
    })
    .returning(),
);

/** A line in the thread that says what happened. With the `clientId` of the request that did it, where that has one. */
export const appendActivity = (
  tx: Tx,
  conversation: { id: string; contactId: string },
  activity: Activity,
  clientId?: string,
) =>
  appendMessage(tx, conversation, {
    author: { kind: "system", id: null, name: null },
    body: describeActivity(activity),
    ...(clientId && { clientId }),
    payload: { type: "activity", activity },
  });
