import { html } from "hono/html";
import { encodeCursor } from "../../http/cursor.ts";
import { transact } from "../../transact.ts";
import { findArticles } from "../articles/index.ts";
import { layout, type Markup } from "./layout.ts";
import { breadcrumbs, listing } from "./listing.ts";
import { homePath, type Site } from "./site.ts";
import { text } from "./text.ts";

const pageSize = 15;

/** What a question finds, best first. */
export async function searchPage(site: Site, question: string, cursor: string | undefined): Promise<Markup> {
  const found = await transact(site.ctx, (tx) => findArticles(tx, { q: question, cursor }, pageSize));
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  const next =
    last?.found && new URLSearchParams({ q: question, cursor: encodeCursor(last.found.score, last.view.article.id) });
  return layout(site, {
    title: text.resultsFor(question),
    description: text.searchLabel,
    path: null,
    search: question,
    main:
      rows.length === 0
        ? html`<div class="empty"><h1 class="page-title">${text.noResults}</h1><p>${text.noResultsHint}</p><a class="more" href="${homePath(site)}">${text.backHome}</a></div>`
        : html`${breadcrumbs(site, null)}<h1 class="page-title">${text.resultsFor(question)}</h1>${listing(site, rows)}
${next ? html`<a class="more" rel="next" href="${homePath(site)}?${next.toString()}">${text.more}</a>` : ""}`,
  });
}
