import { html } from "hono/html";
import { transact } from "../../transact.ts";
import { type ArticleView, type CategoryRow, listArticleViews, listCategoryRows } from "../articles/index.ts";
import { layout, type Markup, searchForm } from "./layout.ts";
import { articlePath, categoryPath, homePath, type Site } from "./site.ts";
import { text } from "./text.ts";

const shownPerCategory = 5;
const shownWithoutCategory = 30;

/** The search box, and every category with its first articles. */
export async function homePage(site: Site): Promise<Markup> {
  const { categories, others } = await transact(site.ctx, async (tx) => {
    const rows = await listCategoryRows(tx);
    const categories = [];
    for (const row of rows) {
      const views = await listArticleViews(tx, { categorySlug: row.slug, after: null, limit: shownPerCategory });
      categories.push({ row, views: views.slice(0, shownPerCategory) });
    }
    return {
      categories,
      others: await listArticleViews(tx, { categorySlug: null, after: null, limit: shownWithoutCategory }),
    };
  });
  const isEmpty = categories.length === 0 && others.length === 0;
  return layout(site, {
    title: `${site.workspace.name} ${text.helpCenter}`,
    description: `${text.heading} ${text.searchLabel}: ${site.workspace.name}.`,
    path: homePath(site),
    hasOwnSearch: true,
    main: html`<div class="hero"><h1>${text.heading}</h1>${searchForm(site, "")}</div>
${isEmpty ? html`<p class="empty">${text.noArticles}</p>` : ""}
<ul class="cards">${categories.map(({ row, views }) => card(site, row, views))}${others.length > 0 ? otherCard(site, others) : ""}</ul>`,
  });
}

const card = (site: Site, category: CategoryRow & { articleCount: number }, views: readonly ArticleView[]): Markup =>
  html`<li class="card"><h2><a href="${categoryPath(site, category.slug)}">${category.name}</a></h2>
${links(site, views)}<a class="all" href="${categoryPath(site, category.slug)}">${text.allArticles(category.articleCount)}</a></li>`;

const otherCard = (site: Site, views: readonly ArticleView[]): Markup =>
  html`<li class="card"><h2>${text.otherArticles}</h2>${links(site, views)}</li>`;

const links = (site: Site, views: readonly ArticleView[]): Markup =>
  html`<ul>${views.map(({ article }) => html`<li><a href="${articlePath(site, article.slug)}">${article.title}</a></li>`)}</ul>`;
