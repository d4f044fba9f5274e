import { useApp } from "../app-context.ts";
import { type Section, sections } from "../route.ts";
import { Icon } from "./Icon.tsx";
import { Unread } from "./Unread.tsx";

/** The way between the four sections, at the bottom of the panel. */
export function Sections({ current }: { current: Section }) {
  const { text, show, unread } = useApp();
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
          {name === "conversations" && unread > 0 && <Unread count={unread} />}
        </button>
      ))}
    </nav>
  );
}
