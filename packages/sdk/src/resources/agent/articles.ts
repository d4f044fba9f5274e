import type { ArticlesQuery, FullTeamArticle, Page, TeamArticle } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamArticlesResource = ReturnType<typeof createTeamArticles>;

export const createTeamArticles = (request: Request) => ({
  list: (query?: ArticlesQuery, options?: RequestOptions) =>
    request<Page<TeamArticle>>({ method: "GET", path: ["agent", "articles"], query, ...options }),

  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<FullTeamArticle>({ method: "GET", path: ["agent", "articles", id], ...options }),
});
