import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { sectionWords } from "../screens/section-words.ts";
import { useLoad } from "../use-load.ts";
import { useSettled } from "../use-settled.ts";
import { ArticleRows } from "./ArticleRows.tsx";
import { Failure } from "./Failure.tsx";
import { Icon } from "./Icon.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { searchWords } from "./search-words.ts";

/** A field that finds articles while one types; without words, the first few of all. */
export function ArticleSearch({ limit }: { limit: number }) {
  const { open, locale } = useApp();
  const client = useDeskbell();
  const [words, setWords] = useState("");
  const q = useSettled(words.trim(), 200);
  const { data, error, reload } = useLoad(
    (signal) => (open ? client.articles.list(q ? { q, limit } : { limit }, { signal }) : new Promise<never>(() => {})),
    [q, open],
  );
  return (
    <>
      <SearchField words={words} setWords={setWords} />
      <p class="hidden" role="status">
        {q && data ? sectionWords[locale].results(data.data.length) : ""}
      </p>
      {error ? (
        <Failure error={error} retry={reload} />
      ) : data ? (
        <ArticleRows hits={data.data} words={q} />
      ) : (
        <Skeleton rows={limit} />
      )}
    </>
  );
}

export function SearchField({ words, setWords }: { words: string; setWords: (words: string) => void }) {
  const { locale } = useApp();
  return (
    <div class="search">
      <Icon name="search" path="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4" />
      <input
        type="search"
        enterkeyhint="search"
        aria-label={searchWords[locale].search}
        placeholder={searchWords[locale].search}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {words && (
        <button
          type="button"
          class="icon-button"
          aria-label={searchWords[locale].clearSearch}
          onClick={() => setWords("")}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
