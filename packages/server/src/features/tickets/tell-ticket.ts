import type { Tx } from "../../transact.ts";
import { presentTeamTicket, presentTicket } from "./present.ts";
import { getTicketView, type TicketView } from "./queries.ts";

/** Tells both sides how the ticket now stands, and gives it back for the answer. */
export async function tellTicket(tx: Tx, id: string): Promise<TicketView> {
  const view = await getTicketView(tx, { id });
  tx.tell.contact(view.ticket.contactId, "ticket.updated", presentTicket(view));
  tx.tell.team("ticket.updated", presentTeamTicket(view));
  return view;
}
