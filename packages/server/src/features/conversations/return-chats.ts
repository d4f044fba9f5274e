import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { findAbsent } from "../agents/index.ts";
import { syncTicketAssignee } from "../tickets/index.ts";
import { moveConversation } from "./move-conversation.ts";
import { isUnanswered, listUnanswered, lockConversation } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";

/** The chats of an agent who is still gone, in which the contact waits for an answer, wait for anybody again, in their old place. */
export async function returnChats(ctx: Context, agentId: string, unavailableSince: Date): Promise<void> {
  const ids = await transact(ctx, (tx) => listUnanswered(tx, agentId));
  for (const id of ids) await transact(ctx, (tx) => returnOne(tx, id, agentId, unavailableSince));
}

async function returnOne(tx: Tx, id: string, agentId: string, unavailableSince: Date): Promise<void> {
  const conversation = await lockConversation(tx, id);
  if (conversation.handling !== "agent" || conversation.assigneeId !== agentId) return;
  if (!(await isUnanswered(tx, id))) return;
  // Somebody who was back in between has gone anew, and has the grace anew.
  const agent = await findAbsent(tx, agentId, unavailableSince);
  if (!agent) return;
  await moveConversation(tx, conversation, {
    handling: "queue",
    assigneeId: null,
    activity: { name: "returned", agentName: agent.name },
    event: "conversation.returned",
  });
  if (conversation.ticketId) await syncTicketAssignee(tx, conversation.ticketId, null);
  await tellConversation(tx, id);
}
