import type { ArticleLinks as Offer } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";

/** Ways into the help centre, read within the panel. */
export function ArticleLinks({ offer }: { offer: Offer }) {
  const { text, go } = useApp();
  return (
    <section class="sources" aria-label={text.sources}>
      {offer.articles.map(({ slug, title, excerpt }) => (
        <button type="button" key={slug} class="source" onClick={() => go({ name: "article", slug, anchor: null })}>
          <b>
            <Icon name="document" />
            <bdi>{title}</bdi>
            <Icon name="forward" />
          </b>
          {excerpt && (
            <span class="excerpt" dir="auto">
              {excerpt}
            </span>
          )}
        </button>
      ))}
    </section>
  );
}
