import { useApp } from "../app-context.ts";
import { isLive } from "../conversation-state.ts";
import { HomeExtras } from "../home/HomeExtras.tsx";
import { ArticleSearch } from "../parts/ArticleSearch.tsx";
import { ConversationRow } from "../parts/ConversationRow.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useObservable } from "../use-observable.ts";
import { sectionWords } from "./section-words.ts";

/** Why there is no session. */
export function Problem() {
  const { problem, start } = useApp();
  return (
    <div class="card">
      <Failure error={problem} retry={start} />
    </div>
  );
}

/** The conversation that is under way. */
export function Continue() {
  const { client, locale } = useApp();
  const current = useObservable(client.conversationList).items.find(isLive);
  return (
    current && (
      <section class="card">
        <h3>{sectionWords[locale].continueChat}</h3>
        <ConversationRow conversation={current} />
      </section>
    )
  );
}

/** Who answers, and when. */
export function StartHint() {
  const { text, shell, presence, locale } = useApp();
  const { botName } = shell.settings;
  return (
    <>{presence.available === false ? sectionWords[locale].startChatHintAway(botName) : text.startChatHint(botName)}</>
  );
}

/** What there is to find beside the chat. */
export function HomeLinks() {
  const { go, locale } = useApp();
  return (
    <>
      <HomeExtras />
      <section class="card">
        <ArticleSearch limit={4} />
      </section>
      <section class="card links">
        <button type="button" class="row" onClick={() => go({ name: "tickets" })}>
          <Icon name="tickets" />
          <b>{sectionWords[locale].myTickets}</b>
          <Icon name="forward" />
        </button>
        <button type="button" class="row" onClick={() => go({ name: "ticket-form" })}>
          <Icon name="plus" />
          <span class="row-text">
            <b>{sectionWords[locale].newTicket}</b>
            <small>{sectionWords[locale].newTicketHint}</small>
          </span>
          <Icon name="forward" />
        </button>
      </section>
    </>
  );
}
