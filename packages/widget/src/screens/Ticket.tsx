import type { Ticket as TicketData, TicketStatus } from "@deskbell/sdk";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { isFinal } from "../conversation-state.ts";
import { dateOf } from "../dates.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { Composer } from "../parts/Composer.tsx";
import { ConnectionLine } from "../parts/ConnectionLine.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { MessageList } from "../parts/MessageList.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { StatusPill } from "../parts/StatusPill.tsx";
import { useLoad } from "../use-load.ts";
import { useObservable } from "../use-observable.ts";
import { ticketWords } from "./ticket-words.ts";

const endings = late(() => import("./endings.ts"));
/** Nobody waits for it, and nothing is lost without it. */
const Rating = lateComponent(endings, (parts) => parts.Rating);

export function Ticket({ publicId }: { publicId: string }) {
  const { text, client } = useApp();
  const [news, setNews] = useState<TicketData | null>(null);
  const { data, error, reload } = useLoad((signal) => client.tickets.get(publicId, { signal }), [publicId]);
  useEffect(() => {
    client.connect();
    return client.on("ticket.updated", (ticket) => ticket.publicId === publicId && setNews(ticket));
  }, [client, publicId]);
  const ticket = news ?? data;
  return (
    <>
      <Header title={ticket ? text.ticketStrip(ticket.number) : ""} />
      {ticket ? (
        <TicketPage ticket={ticket} />
      ) : (
        <div class="body">{error ? <Failure error={error} retry={reload} /> : <Skeleton />}</div>
      )}
    </>
  );
}

function TicketPage({ ticket }: { ticket: TicketData }) {
  const { text, locale, client, go } = useApp();
  const words = ticketWords[locale];
  const thread = useMemo(() => client.thread(ticket.conversationId), [client, ticket.conversationId]);
  useEffect(() => () => thread.close(), [thread]);
  const state = useObservable(thread);
  return (
    <>
      <section class="ticket-head">
        <h3 dir="auto">{ticket.subject}</h3>
        <p>
          <StatusPill status={ticket.status} />
          <span>{words.opened(dateOf(locale, ticket.createdAt))}</span>
          {ticket.assignee && <span>{ticket.assignee.name}</span>}
        </p>
      </section>
      <MessageList thread={thread} state={state} intro={null} askForPerson={null} />
      {isDone(ticket.status) && state.conversation && <Rating conversation={state.conversation} />}
      {ticket.status === "resolved" && <p class="hint-line">{words.replyReopens}</p>}
      {isFinal(ticket.status) ? (
        <footer class="ended">
          <p>{words.ticketFinal}</p>
          <button type="button" class="button primary" onClick={() => go({ name: "ticket-form" })}>
            {text.newTicket}
          </button>
        </footer>
      ) : (
        <>
          <ConnectionLine />
          <Composer
            draftKey={`draft:${ticket.conversationId}`}
            draft=""
            hint={words.replyHint}
            send={thread.send}
            setTyping={thread.setTyping}
          />
        </>
      )}
    </>
  );
}

/** Whoever asked can say how it was. */
const isDone = (status: TicketStatus): boolean => status === "resolved" || status === "closed";
