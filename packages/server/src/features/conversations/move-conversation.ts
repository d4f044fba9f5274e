import type { Activity, Handling } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { EventType, Tx } from "../../transact.ts";
import { tellAgents } from "../agents/index.ts";
import { appendActivity } from "../messages/index.ts";
import { updatePlacesJob } from "../queue/index.ts";
import { drainQueue } from "./drain-queue.ts";
import type { ConversationRow } from "./queries.ts";
import { returnLater } from "./return-later.ts";
import { conversations } from "./tables.ts";
import { tellQueue } from "./tell-conversation.ts";

export interface Move {
  handling: Handling;
  assigneeId: string | null;
  /** Default: it stays with the team that it is with. */
  teamId?: string | null;
  activity: Activity;
  /** Of the request, where that has one. */
  clientId?: string;
  event: EventType;
}

/** The one way a conversation changes hands: the row, a line in the thread, the log and the queue's counts, together. */
export async function moveConversation(tx: Tx, conversation: ConversationRow, move: Move): Promise<ConversationRow> {
  const { handling, assigneeId, teamId = conversation.teamId, activity, clientId, event } = move;
  const [row] = await tx.db
    .update(conversations)
    .set({
      handling,
      assigneeId,
      teamId,
      updatedAt: tx.now,
      queuedAt: handling === "queue" ? (conversation.queuedAt ?? conversation.keptQueuedAt ?? tx.now) : null,
      keptQueuedAt: handling === "closed" ? null : (conversation.keptQueuedAt ?? conversation.queuedAt),
      // Who waits for an agent, or for nothing more, is not idle.
      ...((handling === "queue" || handling === "closed") && { idleSince: null, idleWarnedAt: null }),
      // Coming to a person means that one was asked for or has come.
      humanRequestedAt:
        handling === "queue" || handling === "agent"
          ? (conversation.humanRequestedAt ?? tx.now)
          : conversation.humanRequestedAt,
    })
    .where(eq(conversations.id, conversation.id))
    .returning();
  if (!row) throw new Error("A locked conversation vanished");
  await tx.record(
    event,
    { conversationId: row.id, ticketId: row.ticketId, contactId: row.contactId },
    {
      changes: { handling: { from: conversation.handling, to: handling } },
      assigneeId,
      teamId,
      ...waitedOf(tx, conversation, move),
    },
  );
  await appendActivity(tx, row, activity, clientId);
  const busy = await tellAgents(tx, busyWith(conversation, row));
  const answering = busy.find(({ agent }) => handling === "agent" && agent.id === assigneeId);
  if (answering) await returnLater(tx, answering.agent);
  await tellQueue(tx);
  // One more waits, or an agent may have room again.
  if (handling === "queue" || conversation.handling === "agent") await drainQueue(tx);
  if (conversation.handling === "queue" || handling === "queue") await tx.enqueue(updatePlacesJob, {});
  return row;
}

/** How long it took until somebody came, of those who came to the end of this queue: by that the next ones' wait is told. */
function waitedOf({ now }: Tx, { queuedAt, keptQueuedAt }: ConversationRow, { handling }: Move): { waitedMs?: number } {
  return handling === "agent" && queuedAt && !keptQueuedAt ? { waitedMs: now.getTime() - queuedAt.getTime() } : {};
}

/** Whose number of open chats may have changed. */
const busyWith = (before: ConversationRow, after: ConversationRow): string[] => [
  ...new Set([before, after].flatMap(({ handling, assigneeId }) => (handling === "agent" && assigneeId) || [])),
];
