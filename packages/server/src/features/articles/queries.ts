import type { Block } from "@deskbell/contract";
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { mayReadDrafts } from "./policy.ts";
import { articleCategories, articles, articleVersions } from "./tables.ts";

export type ArticleRow = typeof articles.$inferSelect;
export type CategoryRow = typeof articleCategories.$inferSelect;

/** An article and the category it stands in. */
export interface ArticleView {
  article: ArticleRow;
  category: CategoryRow | null;
}

const selectViews = (tx: Tx) =>
  tx.db
    .select({ article: articles, category: articleCategories })
    .from(articles)
    .leftJoin(articleCategories, eq(articleCategories.id, articles.categoryId));

/** What this actor may read at all: contacts and readers what is published, the team everything. */
const readableBy = (tx: Tx): SQL | undefined =>
  mayReadDrafts(tx.actor) ? undefined : eq(articles.status, "published");

export interface ArticlePage {
  /** `null`: those in no category. */
  categorySlug: string | null | undefined;
  after: { sortValue: string; id: string } | null;
  limit: number;
}

/** By title. One row more than asked for, where there is one. */
export function listArticleViews(tx: Tx, { categorySlug, after, limit }: ArticlePage): Promise<ArticleView[]> {
  return selectViews(tx)
    .where(
      and(
        readableBy(tx),
        inCategory(categorySlug),
        after === null
          ? undefined
          : or(
              gt(articles.title, after.sortValue),
              and(eq(articles.title, after.sortValue), gt(articles.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(articles.title), asc(articles.id))
    .limit(limit + 1);
}

function inCategory(slug: string | null | undefined): SQL | undefined {
  if (slug === undefined) return undefined;
  return slug === null ? isNull(articles.categoryId) : eq(articleCategories.slug, slug);
}

export async function articleViewsById(tx: Tx, ids: readonly string[]): Promise<Map<string, ArticleView>> {
  if (ids.length === 0) return new Map();
  const views = await selectViews(tx).where(and(readableBy(tx), sql`${articles.id} in ${ids}`));
  return new Map(views.map((view) => [view.article.id, view]));
}

/** What everybody may open, by name. */
export const listPublishedArticles = (tx: Tx, slugs: readonly string[]): Promise<ArticleRow[]> =>
  tx.db
    .select()
    .from(articles)
    .where(and(inArray(articles.slug, [...slugs]), eq(articles.status, "published")));

/** Readable by this actor, or `not_found`. */
export async function getArticleView(
  tx: Tx,
  by: { slug: string } | { id: string },
): Promise<ArticleView & { blocks: Block[] }> {
  const [row] = await tx.db
    .select({ article: articles, category: articleCategories, blocks: articleVersions.blocks })
    .from(articles)
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, articles.id), eq(articleVersions.version, articles.version)),
    )
    .leftJoin(articleCategories, eq(articleCategories.id, articles.categoryId))
    .where(and(readableBy(tx), "slug" in by ? eq(articles.slug, by.slug) : eq(articles.id, by.id)));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Those that have something to read, by name. */
export async function listCategoryRows(tx: Tx): Promise<(CategoryRow & { articleCount: number })[]> {
  const rows = await tx.db
    .select({ category: articleCategories, articleCount: sql<number>`count(*)::int` })
    .from(articleCategories)
    .innerJoin(articles, and(eq(articles.categoryId, articleCategories.id), eq(articles.status, "published")))
    .groupBy(articleCategories.id)
    .orderBy(asc(articleCategories.name), asc(articleCategories.id))
    .limit(200);
  return rows.map(({ category, articleCount }) => ({ ...category, articleCount }));
}
