import { z } from "zod";
import type {
  Article,
  ArticleCategory,
  ArticleFeedback,
  ArticleHit,
  ArticleSummary,
  ArticlesQuery,
  FullTeamArticle,
  TeamArticle,
} from "./article.ts";
import { exactly } from "./exactly.ts";
import { idSchema, pageQueryShape, timeSchema } from "./page.schema.ts";
import { blockSchema } from "./rich-text.schema.ts";

export const slugSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case letters, digits and single hyphens.");
export const pathSlug = z.strictObject({ slug: slugSchema });

export const articleCategorySchema = exactly<ArticleCategory>()(
  z.object({ slug: z.string(), name: z.string() }).meta({ id: "ArticleCategory" }),
);
const shape = {
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  category: articleCategorySchema.nullable(),
  locale: z.string(),
  updatedAt: timeSchema,
};
export const articleSummarySchema = exactly<ArticleSummary>()(z.object(shape).meta({ id: "ArticleSummary" }));
export const articleSchema = exactly<Article>()(
  z.object({ ...shape, blocks: z.array(blockSchema) }).meta({ id: "Article" }),
);
export const articleHitSchema = exactly<ArticleHit>()(
  z.object({ ...shape, excerpt: z.string().nullable(), anchor: z.string().nullable() }).meta({ id: "ArticleHit" }),
);
export const articlesQuerySchema = exactly<ArticlesQuery>()(
  z.strictObject({ ...pageQueryShape, q: z.string().trim().max(300).optional(), category: slugSchema.optional() }),
);
export const articleFeedbackSchema = exactly<ArticleFeedback>()(
  z.strictObject({ helpful: z.boolean(), comment: z.string().trim().max(2000).optional() }),
);
const teamShape = {
  ...shape,
  id: idSchema,
  status: z.enum(["draft", "published"]),
  version: z.number().int(),
  helpfulCount: z.number().int(),
  unhelpfulCount: z.number().int(),
};
export const teamArticleSchema = exactly<TeamArticle>()(z.object(teamShape).meta({ id: "TeamArticle" }));
export const fullTeamArticleSchema = exactly<FullTeamArticle>()(
  z.object({ ...teamShape, blocks: z.array(blockSchema) }).meta({ id: "FullTeamArticle" }),
);
