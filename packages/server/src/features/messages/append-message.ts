import type { Activity, AuthorKind, MessagePayload } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import { events } from "../../db/events.ts";
import { prepare } from "../../db/prepare.ts";
import { newId } from "../../ids.ts";
import { actorColumns, type EventType, type Tx } from "../../transact.ts";
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
  /** Nothing more is asked of the database in this transaction. */
  isLast?: boolean;
}

/**
 * The only writer of messages: takes the conversation's next `seq`, whose row stays locked until the commit, so that
 * numbers have no gaps and rise in commit order. Tells both sides, who see by the message what it changes of its conversation (`withMessage` in the SDK).
 */
export async function appendMessage(
  tx: Tx,
  { id: conversationId, contactId }: Pick<ConversationRow, "id" | "contactId">,
  { author, body, clientId, payload, attachments = [], isLast = false }: NewMessage,
): Promise<MessageRow> {
  const held = await holdFiles(tx, attachments);
  const sent = {
    id: newId(),
    workspaceId: tx.workspaceId,
    conversationId,
    clientId: clientId ?? null,
    authorKind: author.kind,
    authorId: author.id,
    authorName: author.name,
    body,
    attachments: held.length > 0 ? held : null,
    payload: payload ?? null,
    createdAt: tx.now,
  };
  const inserting = insertMessageOf[author.kind](tx.db, {
    ...sent,
    attachments: json(sent.attachments),
    payload: json(sent.payload),
    factId: newId(),
    ...actorColumns(tx.actor),
    fact: { messageId: sent.id },
  });
  if (isLast && held.length === 0) tx.conclude();
  const [numbered] = await inserting;
  // Callers hold the conversation's row, so it exists.
  if (!numbered) throw new Error("The database returned no row for an appended message");
  await attachFiles(tx, sent.id, held);
  const message = { ...sent, ...numbered, ...unchanged };
  const shown = presentMessage(message);
  tx.tell.contact(contactId, "message.created", shown);
  tx.tell.team("message.created", shown);
  return message;
}

const json = (value: object | null): string | null => value && JSON.stringify(value);

const unchanged = {
  changeSeq: 0,
  editedAt: null,
  deletedAt: null,
  deletedByKind: null,
  deletedById: null,
  deletedByName: null,
} satisfies Partial<MessageRow>;

/** Counts, inserts and records (as `tx.record` does) in one statement: a message is what is written most. */
const insertMessage = (kind: AuthorKind) =>
  prepare((db) => {
    const value = sql.placeholder;
    const nextSeq = sql`${conversations.lastSeq} + 1`;
    const now = sql`${sql.param(value("createdAt"), conversations.updatedAt)}`;
    const counted = db.$with("counted").as(
      db
        .update(conversations)
        .set({
          lastSeq: nextSeq,
          updatedAt: now,
          // Who writes has read what stands before.
          ...(kind === "contact" && { contactReadSeq: nextSeq }),
          // Whoever speaks, the silence begins anew; a line about what happened breaks none.
          ...(kind !== "system" && { idleSince: kind === "contact" ? null : now, idleWarnedAt: null }),
          ...(kind === "agent" && { agentReadSeq: nextSeq }),
        })
        .where(eq(conversations.id, value("conversationId")))
        .returning({ lastSeq: conversations.lastSeq }),
    );
    const recorded = db.$with("recorded").as(
      db
        .insert(events)
        .values({
          id: value("factId"),
          workspaceId: value("workspaceId"),
          type: "message.created" satisfies EventType,
          actorKind: value("actorKind"),
          actorId: value("actorId"),
          actorName: value("actorName"),
          conversationId: value("conversationId"),
          data: value("fact"),
          createdAt: value("createdAt"),
        })
        .returning({ id: events.id }),
    );
    return db
      .with(counted, recorded)
      .insert(messages)
      .values({
        id: value("id"),
        workspaceId: value("workspaceId"),
        conversationId: value("conversationId"),
        seq: sql`(select ${counted.lastSeq} from ${counted})`,
        clientId: value("clientId"),
        authorKind: value("authorKind"),
        authorId: value("authorId"),
        authorName: value("authorName"),
        body: value("body"),
        attachments: sql`${value("attachments")}::jsonb`,
        payload: sql`${value("payload")}::jsonb`,
        createdAt: value("createdAt"),
      })
      .returning({ seq: messages.seq });
  });

const insertMessageOf = {
  contact: insertMessage("contact"),
  agent: insertMessage("agent"),
  bot: insertMessage("bot"),
  system: insertMessage("system"),
} satisfies Record<AuthorKind, unknown>;

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
