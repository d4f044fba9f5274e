import { html, raw } from "hono/html";
import { type FoundArticle, mark } from "../articles/index.ts";
import type { Markup } from "./layout.ts";
import { escapeHtml } from "./render-blocks.ts";
import { articlePath, categoryPath, homePath, type Site } from "./site.ts";
import { text } from "./text.ts";

/** Articles in a column, with what was found in them. */
export const listing = (site: Site, rows: readonly FoundArticle[]): Markup =>
  html`<ul class="results">${rows.map(
    ({ view: { article, category }, found }) => html`<li>
<h2><a href="${articlePath(site, article.slug, found?.anchor ?? null)}">${article.title}</a></h2>
<p>${found ? highlighted(found.excerpt) : article.description}</p>
${found && category ? html`<p class="where">${category.name}</p>` : ""}
</li>`,
  )}</ul>`;

function highlighted(excerpt: string): Markup {
  // Escaped first: the marks are private-use characters, which escaping leaves alone.
  const escaped = escapeHtml(excerpt).replaceAll(mark.start, "<mark>").replaceAll(mark.end, "</mark>");
  return html`${raw(escaped)}`;
}

export const breadcrumbs = (site: Site, category: { slug: string; name: string } | null, current?: string): Markup =>
  html`<nav class="crumbs" aria-label="${text.breadcrumbs}"><ol>
<li><a href="${homePath(site)}">${text.helpCenter}</a></li>
${category ? html`<li><a href="${categoryPath(site, category.slug)}">${category.name}</a></li>` : ""}
${current === undefined ? "" : html`<li aria-current="page">${current}</li>`}
</ol></nav>`;
