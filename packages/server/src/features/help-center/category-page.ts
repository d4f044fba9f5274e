import { html } from "hono/html";
import { AppError } from "../../app-error.ts";
import { decodeCursor, encodeCursor } from "../../http/cursor.ts";
import { transact } from "../../transact.ts";
import { listArticleViews, listCategoryRows } from "../articles/index.ts";
import { layout, type Markup } from "./layout.ts";
import { breadcrumbs, listing } from "./listing.ts";
import { categoryPath, type Site } from "./site.ts";
import { text } from "./text.ts";

const pageSize = 50;

/** A category's articles by title. */
export async function categoryPage(site: Site, slug: string, cursor: string | undefined): Promise<Markup> {
  const after = cursor === undefined ? null : decodeCursor(cursor, "text");
  const { category, views } = await transact(site.ctx, async (tx) => {
    const category = (await listCategoryRows(tx)).find((row) => row.slug === slug);
    if (!category) throw new AppError("not_found");
    return { category, views: await listArticleViews(tx, { categorySlug: slug, after, limit: pageSize }) };
  });
  const rows = views.slice(0, pageSize);
  const last = views.length > pageSize ? rows.at(-1) : undefined;
  const next = last && new URLSearchParams({ cursor: encodeCursor(last.article.title, last.article.id) });
  return layout(site, {
    title: category.name,
    description: `${category.name}: ${text.articleCount(category.articleCount)}. ${site.workspace.name} ${text.helpCenter}.`,
    path: cursor === undefined ? categoryPath(site, slug) : null,
    main: html`${breadcrumbs(site, null, category.name)}
<h1 class="page-title">${category.name}</h1><p class="count">${text.articleCount(category.articleCount)}</p>
${listing(
  site,
  rows.map((view) => ({ view, found: null })),
)}
${next ? html`<a class="more" rel="next" href="${categoryPath(site, slug)}?${next.toString()}">${text.more}</a>` : ""}`,
  });
}
