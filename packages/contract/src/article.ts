import type { PageQuery } from "./page.ts";
import type { Block } from "./rich-text.ts";

export interface ArticleCategory {
  slug: string;
  name: string;
}

/** An article in a list. */
export interface ArticleSummary {
  slug: string;
  title: string;
  description: string;
  category: ArticleCategory | null;
  locale: string;
  updatedAt: string;
}

/** A published article, ready to be read. */
export interface Article extends ArticleSummary {
  blocks: Block[];
}

/** A hit of a search: the article and where in it. */
export interface ArticleHit extends ArticleSummary {
  /** Plain text around the hit. `null` when listing without words. */
  excerpt: string | null;
  anchor: string | null;
}

export interface ArticlesQuery extends PageQuery {
  /** In the reader's own words. Without it: all, by title. */
  q?: string;
  category?: string;
}

/** Body of `POST /v1/articles/:slug/feedback`. */
export interface ArticleFeedback {
  helpful: boolean;
  comment?: string;
}

/** An article as the team sees it in lists. */
export interface TeamArticle extends ArticleSummary {
  id: string;
  status: "draft" | "published";
  version: number;
  /** How often readers found it helpful, and how often not. */
  helpfulCount: number;
  unhelpfulCount: number;
}

/** An article as the team reads it. */
export interface FullTeamArticle extends TeamArticle {
  blocks: Block[];
}
