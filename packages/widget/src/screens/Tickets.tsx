import type { Ticket } from "@deskbell/sdk";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { agoOf } from "../far-dates.ts";
import { Empty } from "../parts/Empty.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { LiveRows } from "../parts/LiveRows.tsx";
import { StatusPill } from "../parts/StatusPill.tsx";
import { sectionWords } from "./section-words.ts";
import { ticketWords } from "./ticket-words.ts";

export function Tickets() {
  const { go, locale } = useApp();
  const client = useDeskbell();
  const words = ticketWords[locale];
  const list = client.ticketList;
  useEffect(() => {
    void list.load();
  }, [list]);
  return (
    <>
      <Header title={sectionWords[locale].myTickets} />
      <LiveRows
        list={list}
        keyOf={({ publicId }) => publicId}
        draw={(ticket) => <TicketRow ticket={ticket} />}
        empty={<Empty icon="tickets" title={words.noTickets} hint={words.noTicketsHint} />}
      />
      <footer class="floating">
        <button type="button" class="button primary" onClick={() => go({ name: "ticket-form" })}>
          {sectionWords[locale].newTicket}
          <Icon name="plus" />
        </button>
      </footer>
    </>
  );
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const { locale, go } = useApp();
  return (
    <button type="button" class="row" onClick={() => go({ name: "ticket", publicId: ticket.publicId })}>
      <span class="row-text">
        <span class="row-top">
          <b dir="auto">{ticket.subject}</b>
          <time dateTime={ticket.updatedAt}>{agoOf(locale, ticket.updatedAt)}</time>
        </span>
        <span class="row-bottom">
          <StatusPill status={ticket.status} />
          <span class="preview">#{ticket.number}</span>
        </span>
      </span>
      <Icon name="forward" />
    </button>
  );
}
