import {
  articleCategorySchema,
  articleFeedbackSchema,
  articleHitSchema,
  articleSchema,
  articlesQuerySchema,
  fullTeamArticleSchema,
  pageOf,
  pathId,
  pathSlug,
  teamArticleSchema,
} from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { giveFeedback } from "./give-feedback.ts";
import { listArticles, listTeamArticles } from "./list-articles.ts";
import { presentArticle, presentCategory, presentTeamArticle } from "./present.ts";
import { getArticleView, listCategoryRows } from "./queries.ts";

export function articleRoutes(api: Api): void {
  api.contact(
    {
      method: "GET",
      path: "/v1/articles",
      summary: "Search articles, or list them by title",
      limit: "searches",
      query: articlesQuerySchema,
      answer: pageOf(articleHitSchema),
    },
    ({ ctx, query }) => listArticles(ctx, query),
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/article-categories",
      summary: "List the categories of articles",
      answer: pageOf(articleCategorySchema),
    },
    async ({ ctx }) => ({ data: (await transact(ctx, listCategoryRows)).map(presentCategory), nextCursor: null }),
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/articles/:slug",
      summary: "Read an article",
      params: pathSlug,
      answer: articleSchema,
    },
    async ({ ctx, params }) => presentArticle(await transact(ctx, (tx) => getArticleView(tx, params))),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/articles/:slug/feedback",
      summary: "Say whether an article helped",
      limit: "feedback",
      params: pathSlug,
      body: articleFeedbackSchema,
      example: { helpful: true },
    },
    ({ ctx, params, body }) => giveFeedback(ctx, params.slug, body),
  );

  api.team(
    {
      method: "GET",
      path: "/v1/agent/articles",
      summary: "Search articles, or list them by title",
      query: articlesQuerySchema,
      answer: pageOf(teamArticleSchema),
    },
    ({ ctx, query }) => listTeamArticles(ctx, query),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/articles/:id",
      summary: "Read an article",
      params: pathId,
      answer: fullTeamArticleSchema,
    },
    async ({ ctx, params }) => {
      const view = await transact(ctx, (tx) => getArticleView(tx, params));
      return { ...presentTeamArticle(view), blocks: view.blocks };
    },
  );
}
