import type { Activity, MessagePayload } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
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
  const isIt = eq(conversations.id, conversationId);
  // None awaits another, so that they travel together.
  const [[conversation], [message]] = await Promise.all([
    tx.db
      .update(conversations)
      .set({
        lastSeq: nextSeq,
        updatedAt: tx.now,
        // Who writes has read what stands before.
        ...(author.kind === "contact" && { contactReadSeq: nextSeq }),
        ...(author.kind === "agent" && { agentReadSeq: nextSeq }),
      })
      .where(isIt)
      .returning(),
    tx.db
      .insert(messages)
      .values({
        id,
        workspaceId: tx.workspaceId,
        conversationId,
        seq: sql`(select ${conversations.lastSeq} from ${conversations} where ${isIt})`,
        clientId: clientId ?? null,
        authorKind: author.kind,
        authorId: author.id,
        authorName: author.name,
        body,
        payload: payload ?? null,
        createdAt: tx.now,
      })
      .returning(),
    tx.record("message.created", { conversationId }, { messageId: id }),
  ]);
  // Callers hold the conversation's row, so it exists.
  if (!message || !conversation) throw new Error("The database returned no row for an appended message");
  tx.tell.contact(contactId, "message.created", presentMessage(message));
  tx.tell.team("message.created", presentMessage(message));
  return { message, conversation };
}

const nextSeq = sql`${conversations.lastSeq} + 1`;

/** A line in the thread that says what happened. */
export const appendActivity = (tx: Tx, conversation: { id: string; contactId: string }, activity: Activity) =>
  appendMessage(tx, conversation, {
    author: { kind: "system", id: null, name: null },
    body: describeActivity(activity),
    payload: { type: "activity", activity },
  });
