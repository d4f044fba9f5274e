import type { Ticket } from "@deskbell/sdk";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { agoOf } from "../dates.ts";
import { useDeskbell } from "../deskbell.ts";
import { Empty } from "../parts/Empty.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { LiveRows } from "../parts/LiveRows.tsx";
import { StatusPill } from "../parts/StatusPill.tsx";
import { ticketWords } from "./ticket-words.ts";

export function Tickets() {
  const { text, go, locale } = useApp();
  const client = useDeskbell();
  const words = ticketWords[locale];
  const list = client.ticketList;
  useEffect(() => {
    void list.load();
  }, [list]);
  return (
    <>
      <Header title={text.myTickets} />
      <LiveRows
        list={list}
        keyOf={({ publicId }) => publicId}
        draw={(ticket) => <TicketRow ticket={ticket} />}
        empty={<Empty icon="tickets" title={words.noTickets} hint={words.noTicketsHint} />}
      />
      <footer class="floating">
        <button type="button" class="button primary" onClick={() => go({ name: "ticket-form" })}>
          {text.newTicket}
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
