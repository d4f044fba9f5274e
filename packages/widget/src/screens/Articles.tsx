import type { ArticleHit } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ArticleRows } from "../parts/ArticleRows.tsx";
import { SearchField } from "../parts/ArticleSearch.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { useSettled } from "../use-settled.ts";
import { sectionWords } from "./section-words.ts";

export function Articles() {
  const { text } = useApp();
  const client = useDeskbell();
  const [words, setWords] = useState("");
  const [category, setCategory] = useState<string | undefined>();
  const q = useSettled(words.trim(), 200);
  const query = { limit: 30, ...(q && { q }), ...(category && { category }) };
  const categories = useLoad((signal) => client.articles.categories({ signal }), []);
  const { data, error, reload } = useLoad((signal) => client.articles.list(query, { signal }), [q, category]);
  return (
    <>
      <Header title={text.help} />
      <div class="body">
        <div class="finder">
          <SearchField words={words} setWords={setWords} />
          {!q && categories.data && categories.data.data.length > 1 && (
            <div class="chips">
              {categories.data.data.map(({ slug, name }) => (
                <button
                  type="button"
                  key={slug}
                  aria-pressed={slug === category}
                  onClick={() => setCategory(slug === category ? undefined : slug)}
                >
                  {name}
                </button>
              ))}
            </div>
          )}
        </div>
        {error ? (
          <Failure error={error} retry={reload} />
        ) : data ? (
          <More
            key={q + category}
            first={data}
            words={q}
            next={(cursor) => client.articles.list({ ...query, cursor })}
          />
        ) : (
          <Skeleton rows={7} />
        )}
      </div>
    </>
  );
}

interface Hits {
  data: ArticleHit[];
  nextCursor: string | null;
}

/** The first page, and the next ones on demand. */
function More({ first, words, next }: { first: Hits; words: string; next: (cursor: string) => Promise<Hits> }) {
  const { text, shell, locale } = useApp();
  const [{ data, nextCursor }, setHits] = useState(first);
  const [busy, setBusy] = useState(false);
  const shown = data.length >= first.data.length && data[0]?.slug === first.data[0]?.slug ? data : first.data;
  const more = (cursor: string) => {
    setBusy(true);
    next(cursor)
      .then(
        (page) => setHits({ data: [...shown, ...page.data], nextCursor: page.nextCursor }),
        (error) => shell.emit("error", error),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <p class="hidden" role="status">
        {words && sectionWords[locale].results(shown.length)}
      </p>
      <ArticleRows hits={shown} words={words} />
      {nextCursor && (
        <button type="button" class="button quiet" disabled={busy} onClick={() => more(nextCursor)}>
          {busy ? text.loading : text.menu}
        </button>
      )}
    </>
  );
}
