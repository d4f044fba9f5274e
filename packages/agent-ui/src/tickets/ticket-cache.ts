import type { TeamTicket, TicketView } from "@deskbell/sdk/agent";
import { mergeIntoPages, type Pages, patchPages } from "../list-pages.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { belongsToTicketView } from "./views.ts";

/** Brings a ticket from an event or an answer into everything that shows it. An older version changes nothing. */
export function applyTicket(ticket: TeamTicket, agentId: string): void {
  const known = queryClient.getQueryData<TeamTicket>(keys.ticket(ticket.id));
  if (known && known.version > ticket.version) return;
  queryClient.setQueryData(keys.ticket(ticket.id), ticket);
  for (const [key, pages] of queryClient.getQueriesData<Pages<TeamTicket>>({ queryKey: keys.ticketLists })) {
    if (!pages) continue;
    const [, view, q] = key as ReturnType<typeof keys.tickets>;
    // Only the server can tell whether a ticket matches a search: there, changed rows are replaced and none are added.
    const change = q
      ? patchPages(pages, ticket.id, () => ticket)
      : mergeIntoPages(pages, ticket, belongsToTicketView(ticket, view as TicketView, agentId));
    queryClient.setQueryData(key, change);
  }
  void queryClient.invalidateQueries({ queryKey: keys.timeline(ticket.id) });
  void queryClient.invalidateQueries({ queryKey: keys.contactTickets(ticket.contact.id) });
}
