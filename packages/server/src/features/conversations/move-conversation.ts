import type { Activity, Handling } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { EventType, Tx } from "../../transact.ts";
import { tellAgents } from "../agents/index.ts";
import { appendActivity } from "../messages/index.ts";
import type { ConversationRow } from "./queries.ts";
import { conversations } from "./tables.ts";
import { tellQueue } from "./tell-conversation.ts";

interface Move {
  handling: Handling;
  assigneeId: string | null;
  activity: Activity;
  event: EventType;
  /** Since when it waits, if not from now. */
  queuedAt?: Date;
}

/** The one way a conversation changes hands: the row, a line in the thread, the log and the queue's counts, together. */
export async function moveConversation(tx: Tx, conversation: ConversationRow, move: Move): Promise<ConversationRow> {
  const { handling, assigneeId, activity, event, queuedAt = tx.now } = move;
  const [row] = await tx.db
    .update(conversations)
    .set({
      handling,
      assigneeId,
      updatedAt: tx.now,
      queuedAt: handling === "queue" ? (conversation.queuedAt ?? queuedAt) : null,
      // Leaving the bot means that a human was asked for or has come.
      humanRequestedAt:
        handling === "closed" ? conversation.humanRequestedAt : (conversation.humanRequestedAt ?? tx.now),
    })
    .where(eq(conversations.id, conversation.id))
    .returning();
  if (!row) throw new Error("A locked conversation vanished");
  await tx.record(
    event,
    { conversationId: row.id, ticketId: row.ticketId, contactId: row.contactId },
    { changes: { handling: { from: conversation.handling, to: handling } }, assigneeId },
  );
  await appendActivity(tx, row, activity);
  await tellAgents(tx, busyWith(conversation, row));
  await tellQueue(tx);
  return row;
}

/** Whose number of open chats may have changed. */
const busyWith = (before: ConversationRow, after: ConversationRow): string[] => [
  ...new Set([before, after].flatMap(({ handling, assigneeId }) => (handling === "agent" && assigneeId) || [])),
];
