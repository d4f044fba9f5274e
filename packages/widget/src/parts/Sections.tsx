import { useApp } from "../app-context.ts";
import { unreadOf } from "../conversation-state.ts";
import { type Section, sections } from "../route.ts";
import { useObservable } from "../use-observable.ts";
import { Icon } from "./Icon.tsx";

/** The way between the four sections, at the bottom of the panel. */
export function Sections({ current }: { current: Section }) {
  const { text, show, client } = useApp();
  const { items } = useObservable(client.conversationList);
  const unread = items.reduce((sum, conversation) => sum + unreadOf(conversation), 0);
  const names = { home: text.home, conversations: text.messages, articles: text.help, tickets: text.tickets };
  return (
    <nav class="sections" aria-label={text.sections}>
      {sections.map((name) => (
        <button
          type="button"
          key={name}
          aria-current={name === current ? "page" : undefined}
          onClick={() => show({ name })}
        >
          <Icon name={name} />
          {names[name]}
          {name === "conversations" && unread > 0 && (
            <span class="count">
              <span aria-hidden="true">{unread}</span>
              <span class="hidden">{text.unread(unread)}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
