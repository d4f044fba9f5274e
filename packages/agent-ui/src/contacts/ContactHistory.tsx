import type { TeamConversation } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { client } from "../client.ts";
import { plainText } from "../inbox/preview.ts";
import { keys } from "../query-keys.ts";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { StatusBadge } from "../tickets/StatusBadge.tsx";
import { Ago } from "../ui/Ago.tsx";
import { Skeleton } from "../ui/States.tsx";

interface ContactHistoryProps {
  contactId: string;
  exceptConversationId?: string;
  exceptTicketId?: string;
}

/** What else there is with this contact. */
export function ContactHistory({ contactId, exceptConversationId, exceptTicketId }: ContactHistoryProps) {
  const conversations = useQuery({
    queryKey: keys.contactConversations(contactId),
    queryFn: async ({ signal }) => {
      const views = (["all", "closed"] as const).map((view) =>
        client.conversations.list({ contactId, view, limit: 20 }, { signal }),
      );
      return (await Promise.all(views)).flatMap((page) => page.data);
    },
  });
  const tickets = useQuery({
    queryKey: keys.contactTickets(contactId),
    queryFn: async ({ signal }) => (await client.tickets.list({ contactId, view: "all", limit: 20 }, { signal })).data,
  });
  const otherConversations = conversations.data?.filter((conversation) => conversation.id !== exceptConversationId);
  const otherTickets = tickets.data?.filter((ticket) => ticket.id !== exceptTicketId);
  return (
    <>
      <section class="panel-part">
        <h3 class="panel-title">{text.contact.tickets}</h3>
        {tickets.isPending && <Skeleton rows={1} shape="line" />}
        {tickets.isError && <p class="panel-quiet">{text.common.loadFailed}</p>}
        {otherTickets?.length === 0 && <p class="panel-quiet">{text.contact.noTickets}</p>}
        <ul>
          {otherTickets?.map((ticket) => (
            <li key={ticket.id}>
              <Link href={routes.ticket(ticket.id)} class="history-row">
                <span class="num panel-quiet">{text.tickets.number(ticket.number)}</span>
                <span class="truncate history-what">{ticket.subject}</span>
                <StatusBadge status={ticket.status} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section class="panel-part">
        <h3 class="panel-title">{text.contact.conversations}</h3>
        {conversations.isPending && <Skeleton rows={1} shape="line" />}
        {conversations.isError && <p class="panel-quiet">{text.common.loadFailed}</p>}
        {otherConversations?.length === 0 && <p class="panel-quiet">{text.contact.noConversations}</p>}
        <ul>
          {otherConversations?.map((conversation) => (
            <li key={conversation.id}>
              <Link
                href={routes.inbox(conversation.handling === "closed" ? "closed" : "all", conversation.id)}
                class="history-row"
              >
                <span class="truncate history-what">{lastWords(conversation)}</span>
                <span class="panel-quiet">
                  <Ago time={conversation.updatedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const lastWords = ({ lastMessage }: TeamConversation): string => {
  if (!lastMessage) return text.inbox.noMessages;
  return lastMessage.deletedAt ? text.conversation.deleted : plainText(lastMessage.body);
};
