import type { Block } from "@deskbell/contract";
import { blocksFromMarkdown } from "./blocks-from-markdown.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { LinkContext } from "./link-target.ts";
import { inlineText, plainText } from "./plain-text.ts";

export interface ParsedArticle {
  title: string;
  description: string;
  /** As people read it, such as "Getting started". */
  category: string | null;
  locale: string;
  blocks: Block[];
}

/** One Markdown file with YAML front matter → an article. Throws where it has no title. */
export function parseArticle(text: string, links: LinkContext): ParsedArticle {
  const { frontMatter, markdown } = splitFrontMatter(text);
  const parsed = blocksFromMarkdown(markdown, links);
  const first = markdown.trimStart().startsWith("# ") && parsed[0]?.type === "heading" ? parsed[0] : null;
  const firstText = first ? inlineText(first.children) : null;
  const title = frontMatter.title ?? firstText;
  if (!title) throw new Error("no title: neither in the front matter nor as first heading");
  const blocks = firstText !== null && saysTheSame(firstText, title) ? parsed.slice(1) : parsed;
  return {
    title,
    description: frontMatter.description || firstSentence(blocks),
    category: frontMatter.category ?? folderOf(links.path) ?? named(frontMatter["ms.service"]),
    locale: frontMatter.locale ?? "en",
    blocks,
  };
}

/** A first heading that repeats most of the title would be read twice. */
function saysTheSame(heading: string, title: string): boolean {
  const [a, b] = [wordsOf(heading), wordsOf(title)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= Math.min(a.size, b.size) / 2;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function firstSentence(blocks: readonly Block[]): string {
  const text = plainText(blocks.filter((block) => block.type === "paragraph").slice(0, 1));
  return (/^.{20,240}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text.slice(0, 200)).trim();
}

function folderOf(path: string): string | null {
  return named(
    path
      .split("/")
      .at(-2)
      ?.replace(/^\d+[-_. ]*/, ""),
  );
}

function named(name: string | undefined): string | null {
  const words = name?.replace(/[-_]+/g, " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : null;
}
