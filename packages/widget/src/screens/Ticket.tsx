import type { Ticket as TicketData, TicketStatus } from "@deskbell/sdk";
import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { isFinal } from "../conversation-state.ts";
import { useDeskbell } from "../deskbell.ts";
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
import { withDeskbell } from "../with-deskbell.ts";
import { sectionWords } from "./section-words.ts";
import { TicketWay } from "./TicketWay.tsx";
import { ticketWords } from "./ticket-words.ts";

const endings = late(() => import("./endings.ts"), withDeskbell);
/** Nobody waits for it, and nothing is lost without it. */
const Rating = lateComponent(endings, (parts) => parts.Rating);

export function Ticket({ publicId }: { publicId: string }) {
  const { text } = useApp();
  const client = useDeskbell();
  const [known, setKnown] = useState<TicketData | null>(null);
  const [round, lookAgain] = useReducer((count: number) => count + 1, 0);
  const hear = (next: TicketData) =>
    setKnown((before) => (before?.publicId === next.publicId && before.updatedAt > next.updatedAt ? before : next));
  const { error, reload } = useLoad(
    async (signal) => hear(await client.tickets.get(publicId, { signal })),
    [publicId, round],
  );
  useEffect(() => {
    client.connect();
    let isLost = false;
    const stops = [
      client.on("ticket.updated", (ticket) => ticket.publicId === publicId && hear(ticket)),
      client.on("connection", (state) => {
        if (state === "online" && isLost) lookAgain(undefined);
        isLost = state !== "online";
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, publicId]);
  const ticket = known?.publicId === publicId ? known : null;
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
  const { client, locale, go } = useApp();
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
          {ticket.assignee && <bdi>{ticket.assignee.name}</bdi>}
        </p>
        <TicketWay ticket={ticket} />
      </section>
      <MessageList thread={thread} state={state} intro={null} askForPerson={null} />
      {isDone(ticket.status) && state.conversation && <Rating conversation={state.conversation} />}
      {ticket.status === "resolved" && <p class="hint-line">{words.replyReopens}</p>}
      {isFinal(ticket.status) ? (
        <footer class="ended">
          <p>{words.ticketFinal}</p>
          <button type="button" class="button primary" onClick={() => go({ name: "ticket-form" })}>
            {sectionWords[locale].newTicket}
          </button>
        </footer>
      ) : (
        <>
          <ConnectionLine />
          <Composer
            draftKey={`draft:${ticket.conversationId}`}
            draft=""
            hint={ticket.status === "resolved" ? words.reopenHint : words.replyHint}
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
