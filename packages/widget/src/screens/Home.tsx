import { usePanel } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";

export function Home() {
  const { text, shell, chat, current, problem, go } = usePanel();
  const { greeting, tagline, botName, title, logoUrl } = shell.settings;
  return (
    <div class="body start">
      <header class="hero">
        <button type="button" class="icon-button" aria-label={text.close} onClick={shell.close}>
          <Icon name="close" />
        </button>
        {(title || logoUrl) && (
          <b class="brand">
            {logoUrl && (
              <img
                key={logoUrl}
                src={`${new URL(logoUrl, shell.host || import.meta.url)}`}
                alt=""
                onError={({ currentTarget }) => {
                  currentTarget.hidden = true;
                }}
              />
            )}
            <bdi>{title}</bdi>
          </b>
        )}
        <h2>
          <bdi>{greeting || text.greeting}</bdi>
        </h2>
        <p>
          <bdi>{tagline || text.tagline}</bdi>
        </p>
        {chat && <chat.OfficeLine />}
      </header>
      {chat && problem && <chat.Problem />}
      {/* Offline is no reason not to write: words are kept. */}
      {(!problem || problem.temporary) && (
        <>
          {chat && <chat.Continue />}
          {current === null && (
            <button type="button" class="card action" onClick={() => go({ name: "chat", id: null })}>
              <span>
                <b>{text.startChat}</b>
                <small>{chat ? <chat.StartHint /> : text.startChatHint(botName)}</small>
              </span>
              <span class="round">
                <Icon name="send" />
              </span>
            </button>
          )}
        </>
      )}
      {chat ? (
        !problem && <chat.HomeLinks />
      ) : (
        <section class="card">
          <Meanwhile />
        </section>
      )}
    </div>
  );
}
