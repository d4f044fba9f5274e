import { slugOf } from "./slugs.ts";

export type LinkTarget =
  | { kind: "link"; href: string }
  | { kind: "article"; slug: string; anchor: string | null }
  | { kind: "none" };

export interface LinkContext {
  /** The file that is read, relative to the imported folder, `/` between its parts. */
  path: string;
  /** Lower-case path of every imported file → its slug. */
  slugs: ReadonlyMap<string, string>;
  /** Where links such as `/admin/roles` lead: the site these files come from. `null`: such links become text. */
  siteUrl: string | null;
}

/** What a link in a Markdown file means once that file is an article. */
export function linkTarget(href: string, context: LinkContext): LinkTarget {
  const url = href.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme) return ["http", "https", "mailto"].includes(scheme) && isUrl(url) ? { kind: "link", href: url } : none;
  if (url.startsWith("//")) return isUrl(`https:${url}`) ? { kind: "link", href: `https:${url}` } : none;
  if (url.startsWith("/")) return siteLink(url, context.siteUrl);
  const [beforeHash = "", hash] = url.split("#", 2);
  const path = beforeHash.split("?", 1)[0] ?? "";
  const slug = context.slugs.get(path === "" ? context.path.toLowerCase() : resolvePath(context.path, path));
  return slug ? { kind: "article", slug, anchor: hash ? decode(hash).toLowerCase() : null } : none;
}

const none = { kind: "none" } as const;

function siteLink(path: string, siteUrl: string | null): LinkTarget {
  if (siteUrl === null || !isUrl(siteUrl)) return none;
  return { kind: "link", href: new URL(path, siteUrl).href };
}

function resolvePath(from: string, to: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of decode(to).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/").toLowerCase();
  return /\.(md|markdown)$/.test(path) ? path : `${path}.md`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const isUrl = (text: string) => URL.canParse(text);

/** Every file's slug: its name's, or with its folder's before it where two files have the same name. */
export function slugsOfFiles(paths: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const used = new Set<string>();
  for (const path of [...paths].sort()) {
    const parts = path.split("/");
    const candidates = parts.map((_, index) => slugOf(parts.slice(parts.length - 1 - index).join("-")));
    const slug = candidates.find((candidate) => candidate !== "" && !used.has(candidate));
    if (slug === undefined) continue;
    used.add(slug);
    slugs.set(path.toLowerCase(), slug);
  }
  return slugs;
}
