import { html } from "hono/html";
import { layout, type Markup } from "./layout.ts";
import { homePath, type Site } from "./site.ts";
import { text } from "./text.ts";

const words = {
  404: [text.notFound, text.notFoundHint],
  429: [text.tooOften, text.tooOftenHint],
  500: [text.failed, text.failedHint],
} as const;

/** Instead of a page: there is none, or it could not be made. */
export function problemPage(site: Site | null, status: 404 | 429 | 500): Markup {
  const [title, hint] = words[status];
  if (!site) {
    return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title}</title></head><body><h1>${title}</h1><p>${hint}</p></body></html>`;
  }
  return layout(site, {
    title,
    description: hint,
    path: null,
    main: html`<div class="empty"><h1 class="page-title">${title}</h1><p>${hint}</p><a class="more" href="${homePath(site)}">${text.backHome}</a></div>`,
  });
}
