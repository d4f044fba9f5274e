import type { Ticket } from "@deskbell/sdk";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { agoOf } from "../dates.ts";
import { Empty } from "../parts/Empty.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { StatusPill } from "../parts/StatusPill.tsx";
import { useObservable } from "../use-observable.ts";

export function Tickets() {
  const { text, client, go } = useApp();
  const list = client.ticketList;
  const { status, items, error, hasMore } = useObservable(list);
  useEffect(() => {
    void list.load();
  }, [list]);
  return (
    <>
      <Header title={text.myTickets} />
      <div class="body">
        {error && !items.length ? (
          <Failure error={error} retry={() => void list.load()} />
        ) : items.length ? (
          <ul class="rows">
            {items.map((ticket) => (
              <li key={ticket.publicId}>
                <TicketRow ticket={ticket} />
              </li>
            ))}
          </ul>
        ) : status === "ready" ? (
          <Empty icon="tickets" title={text.noTickets} hint={text.noTicketsHint} />
        ) : (
          <Skeleton />
        )}
        {hasMore && (
          <button type="button" class="button quiet" onClick={() => void list.loadMore()}>
            {text.menu}
          </button>
        )}
      </div>
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
