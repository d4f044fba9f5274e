import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { sectionWords } from "../screens/section-words.ts";
import { useLoad } from "../use-load.ts";
import { useSettled } from "../use-settled.ts";
import { ArticleRows } from "./ArticleRows.tsx";
import { searchWords } from "./search-words.ts";

const fewest = 3;

/** Articles that may answer what somebody is about to ask; nothing where there are none, or where they cannot be had. */
export function Suggestions({ words }: { words: string }) {
  const { locale } = useApp();
  const client = useDeskbell();
  const q = useSettled(words.trim(), 400);
  const { data } = useLoad(
    (signal) => (q.length < fewest ? Promise.resolve(null) : client.articles.list({ q, limit: 3 }, { signal })),
    [q],
  );
  const hits = data?.data ?? [];
  return (
    <>
      <p class="hidden" role="status">
        {hits.length > 0 && sectionWords[locale].results(hits.length)}
      </p>
      {hits.length > 0 && (
        <section class="card">
          <h3>{searchWords[locale].suggestions}</h3>
          <ArticleRows hits={hits} words={q} />
        </section>
      )}
    </>
  );
}
