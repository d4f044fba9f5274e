import { useApp } from "../app-context.ts";
import { isLive } from "../conversation-state.ts";
import { HomeExtras } from "../home/late-home.tsx";
import { type Arrival, lateComponent } from "../late-component.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Icon } from "../parts/Icon.tsx";
import { lateConversations } from "../parts/late-conversations.ts";
import { lateSearch } from "../parts/late-search.ts";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { useObservable } from "../use-observable.ts";

/** Why there is no session. */
export function Problem() {
  const { problem, start } = useApp();
  return (
    <div class="card">
      <Failure error={problem} retry={start} />
    </div>
  );
}

const ConversationRow = lateComponent(
  lateConversations,
  (parts) => parts.ConversationRow,
  (arrival: Arrival) => <Meanwhile rows={2} {...arrival} />,
);

/** The conversation that is under way. */
export function Continue() {
  const { text, client } = useApp();
  const current = useObservable(client.conversationList).items.find(isLive);
  return (
    current && (
      <section class="card">
        <h3>{text.continueChat}</h3>
        <ConversationRow conversation={current} />
      </section>
    )
  );
}

/** Who answers, and when. */
export function StartHint() {
  const { text, shell, presence } = useApp();
  const { botName } = shell.settings;
  return <>{presence.available === false ? text.startChatHintAway(botName) : text.startChatHint(botName)}</>;
}

const Search = lateComponent(
  lateSearch,
  (parts) => parts.ArticleSearch,
  ({ limit, ...arrival }: { limit: number } & Arrival) => <Meanwhile rows={limit} {...arrival} />,
);

/** What there is to find beside the chat. */
export function HomeLinks() {
  const { text, go } = useApp();
  return (
    <>
      <HomeExtras />
      <section class="card">
        <Search limit={4} />
      </section>
      <section class="card links">
        <button type="button" class="row" onClick={() => go({ name: "tickets" })}>
          <Icon name="tickets" />
          <b>{text.myTickets}</b>
          <Icon name="forward" />
        </button>
        <button type="button" class="row" onClick={() => go({ name: "ticket-form" })}>
          <Icon name="plus" />
          <span class="row-text">
            <b>{text.newTicket}</b>
            <small>{text.newTicketHint}</small>
          </span>
          <Icon name="forward" />
        </button>
      </section>
    </>
  );
}
