import type { ArticleHit, ArticlesQuery, Page, TeamArticle } from "@deskbell/contract";
import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { type Tx, transact } from "../../transact.ts";
import { presentHit, presentTeamArticle } from "./present.ts";
import { type ArticleView, articleViewsById, listArticleViews } from "./queries.ts";
import { type ArticleFound, searchArticles, withoutMarks } from "./search-articles.ts";

export interface FoundArticle {
  view: ArticleView;
  found: ArticleFound | null;
}

const defaultLimit = 30;

/** With words: the best hits, best first. Without: all, by title. */
export const listArticles = (ctx: Context, query: ArticlesQuery): Promise<Page<ArticleHit>> =>
  page(ctx, query, ({ view, found }) =>
    presentHit(view, found && { anchor: found.anchor, excerpt: withoutMarks(found.excerpt) }),
  );

/** The same for the team. */
export const listTeamArticles = (ctx: Context, query: ArticlesQuery): Promise<Page<TeamArticle>> =>
  page(ctx, query, ({ view }) => presentTeamArticle(view));

function page<Wire>(ctx: Context, query: ArticlesQuery, present: (row: FoundArticle) => Wire): Promise<Page<Wire>> {
  const limit = query.limit ?? defaultLimit;
  return transact(ctx, async (tx) => pageFrom(await findArticles(tx, query, limit), limit, present, cursorOf));
}

/** One row more than `limit`, where there is one. */
export async function findArticles(tx: Tx, query: ArticlesQuery, limit: number): Promise<FoundArticle[]> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, query.q ? "number" : "text");
  const categorySlug = query.category;
  if (!query.q) {
    const views = await listArticleViews(tx, { categorySlug, after, limit });
    return views.map((view) => ({ view, found: null }));
  }
  const all = await searchArticles(tx, { question: query.q, locale: null, categorySlug, after, limit });
  const views = await articleViewsById(
    tx,
    all.map((found) => found.articleId),
  );
  return all.flatMap((found) => {
    const view = views.get(found.articleId);
    return view ? [{ view, found }] : [];
  });
}

const cursorOf = ({ view, found }: FoundArticle): string =>
  encodeCursor(found?.score ?? view.article.title, view.article.id);
