import { useApp } from "../app-context.ts";
import { type Section, sections } from "../route.ts";
import { sectionWords } from "../screens/section-words.ts";
import { addIcons, Icon } from "./Icon.tsx";
import { sectionIcons } from "./section-icons.ts";
import { Unread } from "./Unread.tsx";

addIcons(sectionIcons);

/** The way between the four sections, at the bottom of the panel. */
export function Sections({ current }: { current: Section }) {
  const { text, show, unread, locale } = useApp();
  const names = {
    home: sectionWords[locale].home,
    conversations: text.messages,
    articles: text.help,
    tickets: sectionWords[locale].tickets,
  };
  return (
    <nav class="sections" aria-label={sectionWords[locale].sections}>
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
