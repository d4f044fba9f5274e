import type { Block, Inline } from "@deskbell/contract";
import { text } from "./text.ts";

export interface RenderOptions {
  articleHref(slug: string, anchor: string | null): string;
}

/** Blocks → HTML. Every text and attribute is escaped; only http, https and mailto links and https or http images remain. */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions): string {
  return blocks.map((block) => renderBlock(block, options)).join("\n");
}

export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);

function renderBlock(block: Block, options: RenderOptions): string {
  const inline = (inlines: readonly Inline[]) => renderInlines(inlines, options);
  switch (block.type) {
    case "paragraph":
      return `<p>${inline(block.children)}</p>`;
    case "heading": {
      const anchor = escapeHtml(block.anchor);
      const link = `<a class="anchor" href="#${anchor}" aria-label="${text.linkToSection}">#</a>`;
      return `<h${level(block.level)} id="${anchor}">${inline(block.children)} ${link}</h${level(block.level)}>`;
    }
    case "list":
      return renderList(block, options);
    case "quote":
      return `<blockquote>${renderBlocks(block.children, options)}</blockquote>`;
    case "callout":
      return `<aside class="callout ${escapeHtml(block.tone)}"><p class="callout-title">${text.callouts[block.tone]}</p>${renderBlocks(block.children, options)}</aside>`;
    case "code":
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case "table":
      return renderTable(block, inline);
    case "rule":
      return "<hr>";
  }
}

const level = (value: number) => (value === 2 || value === 3 ? value : 4);

function renderList(list: Extract<Block, { type: "list" }>, options: RenderOptions): string {
  const items = list.items.map((item) => {
    const [only] = item;
    const isTight = item.length === 1 && only?.type === "paragraph";
    return `<li>${isTight ? renderInlines(only.children, options) : renderBlocks(item, options)}</li>`;
  });
  const start = list.ordered && Number.isInteger(list.start) && list.start !== 1 ? ` start="${list.start}"` : "";
  return list.ordered ? `<ol${start}>${items.join("")}</ol>` : `<ul>${items.join("")}</ul>`;
}

function renderTable({ head, rows }: Extract<Block, { type: "table" }>, inline: (cell: Inline[]) => string): string {
  const headCells = head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("");
  const bodyRows = rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`).join("");
  return `<div class="table" tabindex="0" role="region" aria-label="${text.table}"><table><thead><tr>${headCells}</tr></thead><tbody>${bodyRows}</tbody></table></div>`;
}

function renderInlines(inlines: readonly Inline[], options: RenderOptions): string {
  return inlines.map((inline) => renderInline(inline, options)).join("");
}

const tags = { strong: "strong", emphasis: "em", strike: "s" } as const;

function renderInline(inline: Inline, options: RenderOptions): string {
  switch (inline.type) {
    case "text":
      return escapeHtml(inline.text);
    case "strong":
    case "emphasis":
    case "strike":
      return `<${tags[inline.type]}>${renderInlines(inline.children, options)}</${tags[inline.type]}>`;
    case "code":
      return `<code>${escapeHtml(inline.text)}</code>`;
    case "link": {
      const children = renderInlines(inline.children, options);
      return isSafe(inline.href, ["http:", "https:", "mailto:"])
        ? `<a href="${escapeHtml(inline.href)}" rel="noopener noreferrer">${children}</a>`
        : children;
    }
    case "article":
      return `<a href="${escapeHtml(options.articleHref(inline.slug, inline.anchor))}">${renderInlines(inline.children, options)}</a>`;
    case "image":
      return isSafe(inline.src, ["http:", "https:"])
        ? `<img src="${escapeHtml(inline.src)}" alt="${escapeHtml(inline.alt)}" loading="lazy" referrerpolicy="no-referrer">`
        : escapeHtml(inline.alt);
    case "break":
      return "<br>";
  }
}

const isSafe = (address: string, protocols: readonly string[]): boolean =>
  URL.canParse(address) && protocols.includes(new URL(address).protocol);
