import type { UpdateTicket } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { transact } from "../../transact.ts";
import { closeConversation } from "../conversations/index.ts";
import { changeTicket } from "./change-ticket.ts";
import { getTicketView, listTicketConversations, lockTicket, type TicketView } from "./queries.ts";

/** Changes what is given. A ticket that somebody else changed since `version` is refused with `version_conflict`. */
export function updateTicket(
  ctx: Context<TeamActor>,
  id: string,
  { version, ...change }: UpdateTicket,
): Promise<TicketView> {
  return transact(ctx, async (tx) => {
    const ticket = await lockTicket(tx, id);
    allow(ticket.version === version, "version_conflict");
    await changeTicket(tx, ticket, change);
    if (change.status === "closed" || change.status === "cancelled") {
      for (const conversation of await listTicketConversations(tx, id)) await closeConversation(tx, conversation.id);
    }
    return getTicketView(tx, { id });
  });
}
