import type { TeamTicket } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { client } from "../client.ts";
import { ContactPanel } from "../contacts/ContactPanel.tsx";
import { ThreadPane } from "../conversation/ThreadPane.tsx";
import { useConversation } from "../conversation/use-conversation.ts";
import { Viewers } from "../conversation/Viewers.tsx";
import { keys } from "../query-keys.ts";
import { routes } from "../routes.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { text } from "../text/text.ts";
import { isNotFound } from "../ui/error-sentence.ts";
import { BackIcon, PanelIcon, TicketIcon } from "../ui/icons.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { CustomFields } from "./CustomFields.tsx";
import { StatusBadge } from "./StatusBadge.tsx";
import { StatusButton } from "./StatusButton.tsx";
import { SubjectField } from "./SubjectField.tsx";
import { TicketFields } from "./TicketFields.tsx";
import { Timeline } from "./Timeline.tsx";
import "../conversation/conversation.css";
import "./tickets.css";

export function TicketPage({ ticketId }: { ticketId: string }) {
  const [, navigate] = useLocation();
  const query = useQuery({
    queryKey: keys.ticket(ticketId),
    queryFn: ({ signal }) => client.tickets.get(ticketId, { signal }),
  });
  useShortcuts({ Escape: () => navigate(routes.tickets()) });
  if (query.data) return <OpenTicket ticket={query.data} />;
  return (
    <section class="conversation-missing detail-open">
      {query.isPending && <Skeleton rows={6} shape="message" />}
      {query.isError && isNotFound(query.error) && (
        <EmptyState icon={<TicketIcon size={22} />} {...text.tickets.page.gone}>
          <Link href={routes.tickets()} class="button">
            {text.tickets.page.back}
          </Link>
        </EmptyState>
      )}
      {query.isError && !isNotFound(query.error) && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </section>
  );
}

function OpenTicket({ ticket }: { ticket: TeamTicket }) {
  const [tab, setTab] = useState<"conversation" | "history">("conversation");
  const [panelOpen, setPanelOpen] = useState(false);
  const words = text.tickets.page;
  usePageTitle(`${text.tickets.number(ticket.number)} ${ticket.subject}`);
  return (
    <div class={panelOpen ? "conversation detail-open panel-open" : "conversation detail-open"}>
      <section class="conversation-main ticket-main" aria-label={words.label(ticket.number)}>
        <header class="conversation-head ticket-head">
          <Link href={routes.tickets()} class="icon-button" aria-label={words.back} title={words.back}>
            <BackIcon />
          </Link>
          <div class="conversation-who">
            <SubjectField ticket={ticket} />
            <div class="conversation-how">
              <span class="num">{text.tickets.number(ticket.number)}</span>
              <StatusBadge status={ticket.status} />
              <Viewers conversationId={ticket.conversationId} />
            </div>
          </div>
          <StatusButton ticket={ticket} />
          <button
            type="button"
            class="icon-button panel-toggle"
            aria-label={text.conversation.panel}
            title={text.conversation.panel}
            aria-expanded={panelOpen}
            onClick={() => setPanelOpen(!panelOpen)}
          >
            <PanelIcon />
          </button>
        </header>
        <div class="tabs ticket-tabs" role="tablist">
          {(["conversation", "history"] as const).map((other) => (
            <button
              key={other}
              type="button"
              role="tab"
              class="tab"
              aria-selected={other === tab}
              aria-current={other === tab ? "true" : undefined}
              onClick={() => setTab(other)}
            >
              {words[other]}
            </button>
          ))}
        </div>
        {tab === "conversation" ? (
          <TicketThread conversationId={ticket.conversationId} />
        ) : (
          <Timeline ticket={ticket} />
        )}
      </section>
      <ContactPanel
        contact={ticket.contact}
        exceptTicketId={ticket.id}
        exceptConversationId={ticket.conversationId}
        onClose={() => setPanelOpen(false)}
      >
        <TicketFields ticket={ticket} />
        <CustomFields ticket={ticket} />
      </ContactPanel>
    </div>
  );
}

function TicketThread({ conversationId }: { conversationId: string }) {
  const query = useConversation(conversationId);
  if (query.data) return <ThreadPane conversation={query.data} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton rows={5} shape="message" />;
}
