import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import { articlesLocale, rankedChunks } from "./search-chunks.ts";
import { configurationOf, searchWords } from "./search-words.ts";
import { articleCategories, articleChunks, articles } from "./tables.ts";

export interface ArticleSearch {
  question: string;
  locale: string | null;
  categorySlug: string | undefined;
  after: { sortValue: string; id: string } | null;
  limit: number;
}

export interface ArticleFound {
  articleId: string;
  anchor: string | null;
  /** The text around what was found, each found word between `mark.start` and `mark.end`. */
  excerpt: string;
  /** As text, so that a cursor can carry it without losing a digit. */
  score: string;
}

/** Private-use characters: no text that people write has them. */
export const mark = { start: "\uE000", end: "\uE001" } as const;
export const withoutMarks = (text: string) => text.replace(/[\uE000\uE001]/g, "");

/** An article is as good as its best passage and, of each further one, this share of the one before. */
const nextShare = 0.3;

/** Articles, best first; one row more than asked for, where there is one. Where no word is found, words that begin so are. */
export async function searchArticles(tx: Tx, search: ArticleSearch): Promise<ArticleFound[]> {
  const words = searchWords(search.question);
  const locale = words.all === "" ? null : await articlesLocale(tx, search.locale);
  if (locale === null) return [];
  const found = await matchingArticles(tx, search, locale, rankedChunks(words, locale));
  return found.length > 0 ? found : matchingArticles(tx, search, locale, rankedChunks(words, locale, "beginnings"));
}

async function matchingArticles(
  tx: Tx,
  { categorySlug, after, limit }: ArticleSearch,
  locale: string,
  ranked: SQL,
): Promise<ArticleFound[]> {
  const headline = `MaxFragments=1, MaxWords=38, MinWords=18, StartSel=${mark.start}, StopSel=${mark.end}`;
  const rows = await rowsOf<ArticleFound & { text: string }>(
    tx.db,
    sql`with ${ranked},
      places as (select *, row_number() over (partition by article_id order by score desc, id) as place from ranked),
      best as (
        select article_id, (array_agg(id order by place))[1] as id, sum(score * power(${nextShare}::float8, place - 1)) as score
        from places group by article_id
      ),
      page as (
        select best.* from best join ${articles} a on a.id = best.article_id
        left join ${articleCategories} k on k.id = a.category_id
        where ${categorySlug === undefined ? sql`true` : sql`k.slug = ${categorySlug}`}
          and ${after === null ? sql`true` : sql`(-best.score, best.article_id) > (-(${after.sortValue}::float8), ${after.id}::uuid)`}
        order by best.score desc, best.article_id limit ${limit + 1}
      )
      select p.article_id as "articleId", c.anchor, c.text, p.score::text as score,
        ts_headline(${configurationOf(locale)}::regconfig, c.text, wanted.query, ${headline}) as excerpt
      from page p join ${articleChunks} c on c.id = p.id, wanted order by p.score desc, p.article_id`,
  );
  return rows.map(({ text, excerpt, ...row }) => ({ ...row, excerpt: withEllipses(oneLine(excerpt), oneLine(text)) }));
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function withEllipses(excerpt: string, text: string): string {
  const plain = withoutMarks(excerpt);
  return `${text.startsWith(plain) ? "" : "… "}${excerpt}${text.endsWith(plain) ? "" : " …"}`;
}
