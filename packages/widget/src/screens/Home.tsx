import { useApp } from "../app-context.ts";
import { isLive, newChat } from "../conversation-state.ts";
import { OfficeLine } from "../office/late-office.ts";
import { ArticleSearch } from "../parts/ArticleSearch.tsx";
import { ConversationRow } from "../parts/ConversationRow.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useObservable } from "../use-observable.ts";
import { usePresence } from "../use-presence.ts";

export function Home() {
  const { text, shell, client, problem, start, go } = useApp();
  const { greeting, tagline, botName } = shell.settings;
  const { items } = useObservable(client.conversationList);
  const presence = usePresence();
  const current = items.find(isLive);
  const begin = newChat(client);
  return (
    <div class="body start">
      <header class="hero">
        <button type="button" class="icon-button" aria-label={text.close} onClick={shell.close}>
          <Icon name="close" />
        </button>
        <h2>
          <bdi>{greeting || text.greeting}</bdi>
        </h2>
        <p>
          <bdi>{tagline || text.tagline}</bdi>
        </p>
        {presence.office && <OfficeLine {...presence} office={presence.office} />}
      </header>
      {problem && (
        <div class="card">
          <Failure error={problem} retry={start} />
        </div>
      )}
      {/* Offline is no reason not to write: words are kept. */}
      {(!problem || problem.temporary) && (
        <>
          {current && (
            <section class="card">
              <h3>{text.continueChat}</h3>
              <ConversationRow conversation={current} />
            </section>
          )}
          {begin.id === null && (
            <button type="button" class="card action" onClick={() => go(begin)}>
              <span>
                <b>{text.startChat}</b>
                <small>
                  {presence.available === false ? text.startChatHintAway(botName) : text.startChatHint(botName)}
                </small>
              </span>
              <span class="round">
                <Icon name="send" />
              </span>
            </button>
          )}
        </>
      )}
      {!problem && (
        <>
          <section class="card">
            <ArticleSearch limit={4} />
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
      )}
    </div>
  );
}
