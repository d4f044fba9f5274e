import type { TeamContact, TeamConversation, TeamTicket } from "@deskbell/sdk/agent";
import { heard } from "../heard.ts";
import type { Pages } from "../list-pages.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";

interface OfContact {
  contact: TeamContact;
}

/** Shows a changed contact everywhere it is shown. */
export const applyContact = heard((contact: TeamContact): void => {
  const renew = <T extends OfContact>(row: T): T => (row.contact.id === contact.id ? { ...row, contact } : row);
  const renewPages = <T extends OfContact>(pages: Pages<T> | undefined) =>
    pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(renew) })) };
  queryClient.setQueriesData<TeamConversation>({ queryKey: ["conversation"] }, (row) => row && renew(row));
  queryClient.setQueriesData<TeamTicket>({ queryKey: ["ticket"] }, (row) => row && renew(row));
  queryClient.setQueriesData<Pages<TeamConversation>>({ queryKey: keys.conversationLists }, renewPages);
  queryClient.setQueriesData<Pages<TeamTicket>>({ queryKey: keys.ticketLists }, renewPages);
});
