import type { AssignConversation } from "@deskbell/contract";
import type { Context, TeamActor } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { getAgent } from "../agents/index.ts";
import { syncTicketAssignee } from "../tickets/index.ts";
import { moveConversation } from "./move-conversation.ts";
import { type ConversationRow, type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Gives a conversation to an agent, or with `null` back to the queue. Its ticket goes with it. */
export function assignConversation(
  ctx: Context<TeamActor>,
  id: string,
  { agentId }: AssignConversation,
): Promise<ConversationView> {
  return transact(ctx, async (tx) => assignConversationTo(tx, await lockConversation(tx, id), agentId));
}

/** For a conversation whose row is locked. */
export async function assignConversationTo(
  tx: Tx,
  conversation: ConversationRow,
  agentId: string | null,
): Promise<ConversationView> {
  const { id, handling, assigneeId } = conversation;
  const unchanged = agentId ? handling === "agent" && assigneeId === agentId : handling === "queue";
  if (unchanged) return getConversationView(tx, id);
  if (agentId) {
    const agent = await getAgent(tx, agentId);
    const themselves = tx.actor.kind === "agent" && tx.actor.agentId === agentId;
    await moveConversation(tx, conversation, {
      handling: "agent",
      assigneeId: agentId,
      activity: { name: themselves ? "claimed" : "assigned", agentName: agent.name },
      event: "conversation.assigned",
    });
  } else {
    await moveConversation(tx, conversation, {
      handling: "queue",
      assigneeId: null,
      activity: { name: "released", agentName: "name" in tx.actor ? tx.actor.name : null },
      event: "conversation.released",
    });
  }
  if (conversation.ticketId) await syncTicketAssignee(tx, conversation.ticketId, agentId);
  return tellConversation(tx, id);
}
