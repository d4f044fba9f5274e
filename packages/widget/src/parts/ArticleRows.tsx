import type { ArticleHit } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { Icon } from "./Icon.tsx";
import { searchWords } from "./search-words.ts";

export function ArticleRows({ hits, words }: { hits: readonly ArticleHit[]; words: string }) {
  const { go, locale } = useApp();
  if (!hits.length) {
    return (
      <div class="none">
        <p>{words ? searchWords[locale].noHits(words) : searchWords[locale].noArticles}</p>
        {words && <small>{searchWords[locale].noHitsHint}</small>}
      </div>
    );
  }
  return (
    <ul class="rows">
      {hits.map(({ slug, title, anchor, excerpt, description }) => (
        <li key={slug + anchor}>
          <button type="button" class="row" onClick={() => go({ name: "article", slug, anchor })}>
            <span class="row-text">
              <b>
                <bdi>{title}</bdi>
              </b>
              {(words ? excerpt || description : "") && (
                <small class="preview">
                  <bdi>{excerpt || description}</bdi>
                </small>
              )}
            </span>
            <Icon name="forward" />
          </button>
        </li>
      ))}
    </ul>
  );
}
