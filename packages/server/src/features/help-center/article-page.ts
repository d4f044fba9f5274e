import type { Block } from "@deskbell/contract";
import { html, raw } from "hono/html";
import { transact } from "../../transact.ts";
import { type ArticleView, findArticles, getArticleView, inlineText } from "../articles/index.ts";
import { layout, type Markup } from "./layout.ts";
import { breadcrumbs } from "./listing.ts";
import { renderBlocks } from "./render-blocks.ts";
import { articlePath, type Site } from "./site.ts";
import { text } from "./text.ts";

const relatedCount = 4;
/** Fewer headings than this are seen at a glance. */
const headingsForToc = 4;

/** An article to read. `isRated`: its reader has just said whether it helped. */
export async function articlePage(site: Site, slug: string, isRated: boolean): Promise<Markup> {
  const { view, related } = await transact(site.ctx, async (tx) => {
    const view = await getArticleView(tx, { slug });
    const found = await findArticles(tx, { q: `${view.article.title} ${view.article.description}` }, relatedCount);
    return { view, related: found.map((row) => row.view).filter((other) => other.article.slug !== slug) };
  });
  const { article, category, blocks } = view;
  const headings = blocks.filter((block) => block.type === "heading" && block.level === 2);
  const hasToc = headings.length >= headingsForToc;
  const body = renderBlocks(blocks, { articleHref: (to, anchor) => articlePath(site, to, anchor) });
  return layout(site, {
    title: article.title,
    description: article.description,
    path: articlePath(site, slug),
    type: "article",
    locale: article.locale,
    main: html`${breadcrumbs(site, category)}
<div class="reading${hasToc ? " with-toc" : ""}">
<article class="article">
<h1>${article.title}</h1>
${article.description ? html`<p class="lead">${article.description}</p>` : ""}
<p class="updated">${text.updated} <time datetime="${article.updatedAt.toISOString()}">${dateOf(article.updatedAt, article.locale)}</time></p>
<div class="body">${raw(body)}</div>
${helpfulForm(site, slug, isRated)}
${related.length > 0 ? relatedList(site, related) : ""}
</article>
${hasToc ? tableOfContents(headings) : ""}
</div>`,
  });
}

const dateOf = (date: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(date);

const tableOfContents = (headings: readonly Block[]): Markup =>
  html`<div class="toc"><nav aria-labelledby="toc"><h2 id="toc">${text.onThisPage}</h2><ul>${headings.map((block) =>
    block.type === "heading" ? html`<li><a href="#${block.anchor}">${inlineText(block.children)}</a></li>` : "",
  )}</ul></nav></div>`;

/** People do not see the second field; programs that fill in every field do. */
const helpfulForm = (site: Site, slug: string, isRated: boolean): Markup =>
  isRated
    ? html`<div class="helpful" id="helpful" role="status"><p>${text.thanks}</p></div>`
    : html`<form class="helpful" id="helpful" method="post" action="${articlePath(site, slug)}/feedback">
<p>${text.helpfulQuestion}</p>
<label class="trap" aria-hidden="true">${text.leaveEmpty} <input name="website" tabindex="-1" autocomplete="off"></label>
<button name="helpful" value="yes">${text.yes}</button><button name="helpful" value="no">${text.no}</button>
</form>`;

const relatedList = (site: Site, related: readonly ArticleView[]): Markup =>
  html`<section class="related"><h2>${text.related}</h2><ul>${related.map(
    ({ article }) =>
      html`<li><a href="${articlePath(site, article.slug)}">${article.title}<small>${article.description}</small></a></li>`,
  )}</ul></section>`;
