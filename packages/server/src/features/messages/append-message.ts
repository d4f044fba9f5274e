import type { Activity, MessagePayload } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
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
  payload?: MessagePayload;
  /** Ids of files that the actor has uploaded. */
  attachments?: readonly string[];
}

/**
 * The only writer of messages: takes the conversation's next `seq`, whose row stays locked until the commit, so that
 * numbers have no gaps and rise in commit order. Tells both sides.
 */
export async function appendMessage(
  tx: Tx,
  conversation: { id: string; contactId: string },
  { author, body, clientId, payload, attachments = [] }: NewMessage,
): Promise<MessageRow> {
  const held = await holdFiles(tx, attachments);
  const [taken] = await tx.db
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      updatedAt: tx.now,
      // Who writes has read what stands before.
      ...(author.kind === "contact" && { contactReadSeq: sql`${conversations.lastSeq} + 1` }),
      // Whoever speaks, the silence begins anew; a line about what happened breaks none.
      ...(author.kind !== "system" && { idleSince: author.kind === "contact" ? null : tx.now, idleWarnedAt: null }),
      ...(author.kind === "agent" && { agentReadSeq: sql`${conversations.lastSeq} + 1` }),
    })
    .where(eq(conversations.id, conversation.id))
    .returning({ seq: conversations.lastSeq });
  const [row] = await tx.db
    .insert(messages)
    .values({
      workspaceId: tx.workspaceId,
      conversationId: conversation.id,
      // Callers hold the conversation's row, so it exists.
      seq: taken?.seq ?? 0,
      clientId: clientId ?? null,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      body,
      attachments: held.length > 0 ? held : null,
      payload: payload ?? null,
      createdAt: tx.now,
    })
    .returning();
  if (!row) throw new Error("The database returned no row for an inserted message");
  await attachFiles(tx, row.id, held);
  const message = presentMessage(row);
  await tx.record("message.created", { conversationId: conversation.id }, { messageId: row.id, seq: row.seq });
  tx.tell.contact(conversation.contactId, "message.created", message);
  tx.tell.team("message.created", message);
  return row;
}

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
