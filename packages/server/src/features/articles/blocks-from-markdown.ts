import type { Block, Inline } from "@deskbell/contract";
import type { BlockContent, Definition, DefinitionContent, Heading, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { withoutExtensions } from "./docs-extensions.ts";
import { tokensOfHtml } from "./inline-html.ts";
import { type InlineContext, inlinesFrom, textOf } from "./inlines-from-markdown.ts";
import type { LinkContext } from "./link-target.ts";
import { createAnchors } from "./slugs.ts";

interface Context extends InlineContext {
  anchorOf(heading: string): string;
}

/** Markdown (GitHub's, with documentation platforms' extensions) → blocks. Nothing of its HTML comes through. */
export function blocksFromMarkdown(markdown: string, links: LinkContext): Block[] {
  const nodes = parse(withoutExtensions(markdown));
  const definitions = new Map(
    nodes
      .filter((node): node is Definition => node.type === "definition")
      .map((definition) => [definition.identifier, definition]),
  );
  return blocksFrom(nodes, { ...links, definitions, anchorOf: createAnchors() });
}

const parse = (markdown: string): RootContent[] =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;

function blocksFrom(nodes: readonly RootContent[], context: Context): Block[] {
  return nodes.flatMap((node) => blockFrom(node, context));
}

function blockFrom(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case "heading":
      return heading(node, context);
    case "paragraph":
      return paragraph(node.children, context);
    case "blockquote":
      return quote(node.children, context);
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: node.children.map((item) => blocksFrom(item.children, context)).filter((blocks) => blocks.length > 0),
        },
      ];
    case "code":
      return [{ type: "code", language: node.lang?.split(/[\s,{]/)[0]?.toLowerCase() || null, text: node.value }];
    case "table":
      return table(node, context);
    case "thematicBreak":
      return [{ type: "rule" }];
    case "html":
      return htmlBlocks(node.value, context);
    default:
      return [];
  }
}

function heading(node: Heading, context: Context): Block[] {
  const children = inlinesFrom(node.children, context);
  const text = textOf(children).trim();
  if (text === "") return [];
  return [{ type: "heading", level: levels[node.depth], anchor: context.anchorOf(text), children }];
}

// The page's own title is its h1.
const levels = { 1: 2, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4 } as const;

function paragraph(nodes: readonly PhrasingContent[], context: Context): Block[] {
  const children = inlinesFrom(nodes, context);
  const marked = calloutIn(children);
  if (marked)
    return [callout(marked.tone, marked.rest.length > 0 ? [{ type: "paragraph", children: marked.rest }] : [])];
  return children.length > 0 ? [{ type: "paragraph", children }] : [];
}

function quote(nodes: readonly (BlockContent | DefinitionContent)[], context: Context): Block[] {
  const children = blocksFrom(nodes, context);
  const first = children[0];
  if (first?.type === "callout" && first.children.length <= 1)
    return [{ ...first, children: [...first.children, ...children.slice(1)] }];
  return children.length > 0 ? [{ type: "quote", children }] : [];
}

type Callout = Extract<Block, { type: "callout" }>;
const callout = (tone: Callout["tone"], children: Block[]): Callout => ({ type: "callout", tone, children });

/** `[!NOTE]` and its kin at the start of a paragraph. */
function calloutIn(inlines: readonly Inline[]): { tone: Callout["tone"]; rest: Inline[] } | null {
  const [first, ...others] = inlines;
  const found = first?.type === "text" ? /^\s*\[!(note|tip|important|warning|caution)\]\s*/i.exec(first.text) : null;
  if (!found || first?.type !== "text") return null;
  const text = first.text.slice(found[0].length);
  return {
    tone: found[1]?.toLowerCase() as Callout["tone"], // the pattern names the tones
    rest: text === "" ? others.slice(others[0]?.type === "break" ? 1 : 0) : [{ type: "text", text }, ...others],
  };
}

function table(node: Table, context: Context): Block[] {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inlinesFrom(cell.children, context)));
  return head ? [{ type: "table", head, rows }] : [];
}

const endsBlock = new Set("p div li ul ol tr table h1 h2 h3 h4 h5 h6 section article br".split(" "));

/** Raw HTML between blocks: its text is read as Markdown, one paragraph an element, list items as a list. */
function htmlBlocks(html: string, context: Context): Block[] {
  const blocks: Block[] = [];
  let raw = "";
  let isItem = false;
  const flush = () => {
    const inner = parse(raw.replace(/^[ \t]+/gm, "")).filter((node) => node.type !== "html");
    const parsed = blocksFrom(inner, context);
    const last = blocks.at(-1);
    if (parsed.length > 0 && isItem && last?.type === "list") last.items.push(parsed);
    else if (parsed.length > 0 && isItem) blocks.push({ type: "list", ordered: false, start: 1, items: [parsed] });
    else blocks.push(...parsed);
    raw = "";
  };
  for (const token of tokensOfHtml(html)) {
    if (token.kind === "text") raw += token.text.replace(/</g, "\\<");
    else if (endsBlock.has(token.name)) {
      flush();
      isItem = token.kind === "open" && token.name === "li";
    } else if (token.kind === "open" && token.name === "a" && token.attributes.href)
      raw += inlineTag(token.attributes.href);
    else if (token.kind === "close" && token.name === "a" && raw.includes("<a ")) raw += "</a>";
    else if (token.kind === "open" && token.name === "img" && token.attributes.src)
      raw += `![${(token.attributes.alt ?? "").replace(/[[\]]/g, "")}](<${token.attributes.src.replace(/[<>\n]/g, "")}>)`;
  }
  flush();
  return blocks;
}

const inlineTag = (href: string) => `<a href="${href.replace(/["<>\n]/g, "")}">`;
