import type { AssignTicket } from "@deskbell/contract";
import type { Context, TeamActor } from "../../context.ts";
import { transact } from "../../transact.ts";
import { assignConversationTo, lockConversation } from "../conversations/index.ts";
import { changeTicket } from "./change-ticket.ts";
import { getTicketView, listTicketConversations, lockTicket, type TicketView } from "./queries.ts";

/** Gives a ticket and its open conversations to an agent, or with `null` to nobody. */
export function assignTicket(ctx: Context<TeamActor>, id: string, { agentId }: AssignTicket): Promise<TicketView> {
  return transact(ctx, async (tx) => {
    await changeTicket(tx, await lockTicket(tx, id), { assigneeId: agentId });
    for (const { id: conversationId, handling } of await listTicketConversations(tx, id)) {
      if (handling !== "closed") await assignConversationTo(tx, await lockConversation(tx, conversationId), agentId);
    }
    return getTicketView(tx, { id });
  });
}
