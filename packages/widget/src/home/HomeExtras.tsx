import { safeHref, wordsIn } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";

/** What the channel announces, and where else it leads. */
export function HomeExtras() {
  const { shell, locale } = useApp();
  const { announcement, links } = shell.settings;
  const said = announcement && wordsIn(announcement, locale);
  return (
    <>
      {said && (
        <section class="card announcement">
          <p dir="auto">{said}</p>
        </section>
      )}
      {links.length > 0 && (
        <section class="card links">
          {links.map(({ label, url }) => (
            <a key={url} class="row" href={safeHref(url) ?? undefined} target="_blank" rel="noopener noreferrer">
              <b>
                <bdi>{wordsIn(label, locale)}</bdi>
              </b>
              <Icon name="forward" />
            </a>
          ))}
        </section>
      )}
    </>
  );
}
