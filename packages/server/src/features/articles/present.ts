import type { Article, ArticleCategory, ArticleHit, ArticleSummary, Block, TeamArticle } from "@deskbell/contract";
import type { ArticleView, CategoryRow } from "./queries.ts";

export const presentCategory = ({ slug, name }: Pick<CategoryRow, "slug" | "name">): ArticleCategory => ({
  slug,
  name,
});

const summary = ({ article, category }: ArticleView): ArticleSummary => ({
  slug: article.slug,
  title: article.title,
  description: article.description,
  category: category && presentCategory(category),
  locale: article.locale,
  updatedAt: article.updatedAt.toISOString(),
});

export const presentArticle = (view: ArticleView & { blocks: Block[] }): Article => ({
  ...summary(view),
  blocks: view.blocks,
});

/** `found` is `null` when listing without words. */
export const presentHit = (
  view: ArticleView,
  found: { excerpt: string; anchor: string | null } | null,
): ArticleHit => ({
  ...summary(view),
  excerpt: found?.excerpt ?? null,
  anchor: found?.anchor ?? null,
});

export const presentTeamArticle = (view: ArticleView): TeamArticle => ({
  ...summary(view),
  id: view.article.id,
  status: view.article.status,
  version: view.article.version,
  helpfulCount: view.article.helpfulCount,
  unhelpfulCount: view.article.unhelpfulCount,
});
