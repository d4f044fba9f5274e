import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import { configurationOf, languageOf, type SearchWords, searchWords } from "./search-words.ts";
import { articleChunks, articles } from "./tables.ts";

export interface ChunkHit {
  chunkId: string;
  articleId: string;
  slug: string;
  title: string;
  anchor: string | null;
  heading: string;
  text: string;
  /** BM25; comparable within one search only. */
  score: number;
  /** 0 to 1: how much of what was asked (by weight of its words) stands in this passage, its title and headings. */
  coverage: number;
}

/** BM25 as published (Robertson and Zaragoza 2009), with the customary values. */
const k1 = 1.2;
const b = 0.75;
/** A word in the title or in a heading says more about the passage than one in its text: worth half its weight again. */
const titleBonus = 0.5;
/** What an article is about, by its title, its opening says best. */
const openingBonus = 0.25;
/** Of the mean length: a stub of a section is not more to the point for being short. */
const shortest = 0.75;

/** The passages that answer a question best, best first. */
export async function searchChunks(
  tx: Tx,
  { question, locale, limit }: { question: string; locale: string | null; limit: number },
): Promise<ChunkHit[]> {
  const words = searchWords(question);
  const spoken = words.all === "" ? null : await articlesLocale(tx, locale);
  if (spoken === null) return [];
  return rowsOf<ChunkHit>(
    tx.db,
    sql`with ${rankedChunks(words, spoken)}
      select c.id as "chunkId", a.id as "articleId", a.slug, a.title, c.anchor, c.heading, c.text, r.score, r.coverage
      from ranked r join ${articleChunks} c on c.id = r.id join ${articles} a on a.id = r.article_id
      order by r.score desc, c.article_id, c.position limit ${limit}`,
  );
}

/**
 * Common table expressions up to `ranked (id, article_id, score, coverage)`: every passage that has any of the words.
 * `hits` is materialised because the words of each are looked at more than once. Filler only ranks what telling words have found,
 * so its weight is judged among that.
 */
export function rankedChunks(words: SearchWords, locale: string, match: "words" | "beginnings" = "words"): SQL {
  const beginnings = match === "beginnings";
  const configuration = sql`${configurationOf(locale)}::regconfig`;
  return sql`
    telling as (select lexeme from unnest(to_tsvector(${configuration}, ${words.telling}))),
    asked as (
      select lexeme, lexeme in (select lexeme from telling) as telling from unnest(to_tsvector(${configuration}, ${words.all}))
    ),
    wanted as (
      select string_agg(quote_literal(lexeme) || ${beginnings ? ":*" : ""}, ' | ')::tsquery as query from asked
      where telling or not exists (select from telling)
    ),
    searched as (
      select c.id, c.article_id, c.position, c.length, c.words from ${articleChunks} c join ${articles} a on a.id = c.article_id
      where a.status = 'published' and a.locale = ${locale}
    ),
    corpus as (select count(*)::float8 as size, greatest(avg(length), 1)::float8 as mean from searched),
    hits as materialized (select s.* from searched s, wanted where s.words @@ wanted.query),
    terms as (
      select ${beginnings ? sql`distinct on (h.id, asked.lexeme)` : sql``} h.id, h.article_id, h.length, asked.lexeme,
        cardinality(w.positions)::float8 as frequency,
        case when 'A' = any(w.weights) or 'B' = any(w.weights) then ${titleBonus}::float8 else 0 end
          + case when 'A' = any(w.weights) and h.position = 0 then ${openingBonus}::float8 else 0 end as bonus
      from hits h cross join lateral unnest(h.words) w
        join asked on ${beginnings ? sql`starts_with(w.lexeme, asked.lexeme)` : sql`w.lexeme = asked.lexeme`}
      ${beginnings ? sql`order by h.id, asked.lexeme, frequency desc` : sql``}
    ),
    found as (
      select asked.lexeme, asked.telling, count(terms.id) as times,
        case when asked.telling then corpus.size else (select count(*) from hits) end as among
      from corpus, asked left join terms using (lexeme) group by asked.lexeme, asked.telling, corpus.size
    ),
    weights as (select lexeme, telling, ln(1 + (among - times + 0.5) / (times + 0.5)) as idf from found),
    total as (select sum(idf) as idf from weights where telling),
    ranked as (
      select t.id, t.article_id,
        sum(w.idf * (t.bonus + t.frequency * ${k1 + 1}::float8 / (t.frequency + ${k1}::float8
          * (1 - ${b}::float8 + ${b}::float8 * greatest(t.length / corpus.mean, ${shortest}::float8))))) as score,
        coalesce(sum(w.idf) filter (where w.telling) / nullif(max(total.idf), 0), 0)::float8 as coverage
      from terms t join weights w using (lexeme), corpus, total group by t.id, t.article_id
    )`;
}

/** Which of the languages that there are articles in comes nearest; `null` without articles. */
export async function articlesLocale(tx: Tx, wanted: string | null): Promise<string | null> {
  const rows = await rowsOf<{ locale: string }>(
    tx.db,
    sql`select locale from ${articles} where status = 'published' group by locale order by count(*) desc, locale`,
  );
  const locales = rows.map((row) => row.locale);
  const nearest =
    locales.find((locale) => locale === wanted) ??
    locales.find((locale) => wanted !== null && languageOf(locale) === languageOf(wanted));
  return nearest ?? locales[0] ?? null;
}
