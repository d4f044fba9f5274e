import type { TeamTicket, TicketView } from "@deskbell/sdk/agent";
import { heard } from "../heard.ts";
import { mergeIntoPages, type Pages, patchPages, rowsWithId } from "../list-pages.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { belongsToTicketView } from "./views.ts";

/** Brings a ticket from an event or an answer into everything that shows it. An older version changes nothing. */
export const applyTicket = heard((incoming: TeamTicket, agentId: string): void => {
  const lists = queryClient.getQueriesData<Pages<TeamTicket>>({ queryKey: keys.ticketLists });
  const own = queryClient.getQueryData<TeamTicket>(keys.ticket(incoming.id));
  const ticket = [own, ...rowsWithId(lists, incoming.id)].reduce<TeamTicket>(
    (latest, known) => (known && known.version > latest.version ? known : latest),
    incoming,
  );
  queryClient.setQueryData(keys.ticket(ticket.id), ticket);
  for (const [key, pages] of lists) {
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
});
