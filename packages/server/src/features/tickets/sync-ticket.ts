import type { Tx } from "../../transact.ts";
import { changeTicket } from "./change-ticket.ts";
import { lockTicket } from "./queries.ts";

/** A conversation changed hands: its ticket goes with it. */
export async function syncTicketAssignee(tx: Tx, ticketId: string, agentId: string | null): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  if (ticket.assigneeId !== agentId) await changeTicket(tx, ticket, { assigneeId: agentId });
}

/** The contact wrote: what waited for them, or was thought done, is open again. */
export async function reopenTicket(tx: Tx, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  if (ticket.status === "resolved" || ticket.status === "pending_contact")
    await changeTicket(tx, ticket, { status: "open" });
}
