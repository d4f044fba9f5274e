import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { homePath, type Site } from "./site.ts";
import { styles } from "./styles.ts";
import { text } from "./text.ts";

/** HTML that is ready to be sent: everything in it has been escaped. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  title: string;
  description: string;
  /** Of the page itself, without a query; `null` keeps it out of search engines. */
  path: string | null;
  locale?: string;
  type?: "website" | "article";
  search?: string;
  /** The home page has the big one in its middle. */
  hasOwnSearch?: boolean;
  main: Markup;
}

/** The whole document. */
export function layout(site: Site, page: Page): Markup {
  const { workspace, publicUrl } = site;
  const siteName = `${workspace.name} ${text.helpCenter}`;
  const title = page.path === homePath(site) ? siteName : `${page.title} · ${siteName}`;
  const url = page.path === null ? null : publicUrl + page.path;
  const locale = page.locale ?? "en";
  return html`<!doctype html>
<html lang="${locale}" dir="${isRightToLeft(locale) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${site.brandColor}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="${page.type ?? "website"}">
<meta property="og:site_name" content="${siteName}">
<meta name="twitter:card" content="summary">
${url === null ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`}
<style>${raw(styleOf(site))}</style>
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="top"><div class="bar">
<a class="brand" href="${homePath(site)}"><span class="mark" aria-hidden="true">${[...workspace.name][0] ?? ""}</span>${workspace.name}<small>${text.helpCenter}</small></a>
${page.hasOwnSearch ? "" : searchForm(site, page.search ?? "")}
</div></header>
<main id="content">${page.main}</main>
<footer><p>${workspace.name}</p><p>${text.helpCenter}</p></footer>
</body>
</html>`;
}

export const searchForm = (site: Site, value: string): Markup =>
  html`<form class="search" role="search" action="${homePath(site)}" method="get">
<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/></svg>
<input type="search" name="q" value="${value}" placeholder="${text.searchPlaceholder}" aria-label="${text.searchLabel}" maxlength="300" required autocomplete="off">
<button>${text.searchButton}</button>
</form>`;

/** Nothing runs and nothing is loaded but this page's own style and images. */
export function contentPolicy(site: Site): string {
  const hash = createHash("sha256").update(styleOf(site)).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src https: http: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

const styleOf = ({ brandColor }: Site): string =>
  `:root{--brand:${brandColor};--on-brand:${isLight(brandColor) ? "#111" : "#fff"}}${styles}`;

/** Relative luminance (WCAG 2): where black on it reads better than white. */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

const isRightToLeft = (locale: string) => /^(ar|fa|he|ur)\b/i.test(locale);
