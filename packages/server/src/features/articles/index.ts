export { giveFeedback } from "./give-feedback.ts";
export { type FoundArticle, findArticles } from "./list-articles.ts";
export { inlineText } from "./plain-text.ts";
export {
  type ArticleView,
  type CategoryRow,
  getArticleView,
  listArticleViews,
  listCategoryRows,
  listPublishedArticles,
} from "./queries.ts";
export { mark } from "./search-articles.ts";
export { type ChunkHit, searchChunks } from "./search-chunks.ts";
export { searchWords } from "./search-words.ts";
