import type { Article, ArticleCategory, ArticleFeedback, ArticleHit, ArticlesQuery, Page } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";

export type ArticlesResource = ReturnType<typeof createArticles>;

export const createArticles = (request: Request) => ({
  /** Published articles: the best hits for `q`, or all by title. */
  list: (query?: ArticlesQuery, options?: RequestOptions) =>
    request<Page<ArticleHit>>({ method: "GET", path: ["articles"], query, ...options }),

  categories: (options?: RequestOptions) =>
    request<Page<ArticleCategory>>({ method: "GET", path: ["article-categories"], ...options }),

  /** Throws `not_found`. */
  get: (slug: string, options?: RequestOptions) =>
    request<Article>({ method: "GET", path: ["articles", slug], ...options }),

  /** Whether it helped. */
  feedback: (slug: string, body: ArticleFeedback, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["articles", slug, "feedback"], body, ...options }),
});
