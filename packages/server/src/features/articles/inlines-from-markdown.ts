import type { Inline } from "@deskbell/contract";
import type { Definition, PhrasingContent } from "mdast";
import { type HtmlToken, tokensOfHtml } from "./inline-html.ts";
import { type LinkContext, linkTarget } from "./link-target.ts";

export interface InlineContext extends LinkContext {
  definitions: ReadonlyMap<string, Definition>;
}

/** A tag that is open, and what has been read inside it. */
interface Frame {
  tag: string;
  href: string | null;
  children: Inline[];
}

/** Phrasing content → inlines. HTML tags that mean something are kept as that, the rest leaves its text. */
export function inlinesFrom(nodes: readonly PhrasingContent[], context: InlineContext): Inline[] {
  const frames: Frame[] = [{ tag: "", href: null, children: [] }];
  const top = () => frames.at(-1) as Frame; // the root frame is never popped
  const put = (...inlines: Inline[]) => top().children.push(...inlines);
  const close = () => {
    const frame = frames.pop() as Frame;
    put(...wrapped(frame, context));
  };
  const html = (token: HtmlToken) => {
    if (token.kind === "text") put({ type: "text", text: token.text });
    else if (token.kind === "open" && isBreaking(token.name)) put(...breakBefore(top().children, token.name));
    else if (token.kind === "open" && token.name === "img")
      put(...image(token.attributes.src ?? "", token.attributes.alt ?? ""));
    else if (token.kind === "open" && paired.has(token.name))
      frames.push({ tag: token.name, href: token.attributes.href ?? null, children: [] });
    else if (token.kind === "close" && token.name === "br") put({ type: "break" });
    else if (token.kind === "close" && frames.some((frame) => frame.tag === token.name))
      while (frames.length > 1) {
        const done = top().tag === token.name;
        close();
        if (done) break;
      }
  };
  for (const node of nodes) {
    if (node.type === "html") for (const token of tokensOfHtml(node.value)) html(token);
    else put(...inlineFrom(node, context));
  }
  while (frames.length > 1) close();
  return tidy(top().children);
}

const paired = new Set(["a", "b", "strong", "i", "em", "code", "kbd", "del", "s", "strike"]);
const isBreaking = (name: string) => ["br", "li", "p", "tr", "div"].includes(name);

function breakBefore(before: readonly Inline[], name: string): Inline[] {
  const bullet: Inline[] = name === "li" ? [{ type: "text", text: "• " }] : [];
  return before.length === 0 && name !== "br" ? bullet : [{ type: "break" }, ...bullet];
}

function wrapped({ tag, href, children }: Frame, context: InlineContext): Inline[] {
  if (children.length === 0) return [];
  if (tag === "a") return href === null ? children : linked(href, children, context);
  if (tag === "code" || tag === "kbd") return [{ type: "code", text: textOf(children) }];
  if (tag === "b" || tag === "strong") return [{ type: "strong", children }];
  if (tag === "i" || tag === "em") return [{ type: "emphasis", children }];
  return [{ type: "strike", children }];
}

function inlineFrom(node: Exclude<PhrasingContent, { type: "html" }>, context: InlineContext): Inline[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", text: node.value.replace(/\s*\n\s*/g, " ") }];
    case "strong":
    case "emphasis":
      return [{ type: node.type, children: inlinesFrom(node.children, context) }];
    case "delete":
      return [{ type: "strike", children: inlinesFrom(node.children, context) }];
    case "inlineCode":
      return [{ type: "code", text: node.value }];
    case "break":
      return [{ type: "break" }];
    case "link":
      return linked(node.url, inlinesFrom(node.children, context), context);
    case "linkReference":
      return linked(context.definitions.get(node.identifier)?.url ?? "", inlinesFrom(node.children, context), context);
    case "image":
      return image(node.url, node.alt ?? "");
    case "imageReference":
      return image(context.definitions.get(node.identifier)?.url ?? "", node.alt ?? "");
    case "footnoteReference":
      return [];
  }
}

function linked(href: string, children: Inline[], context: InlineContext): Inline[] {
  const target = linkTarget(href, context);
  if (target.kind === "none" || children.length === 0) return children;
  if (target.kind === "link") return [{ type: "link", href: target.href, children }];
  return [{ type: "article", slug: target.slug, anchor: target.anchor, children }];
}

/** Only images that the web has are kept; of others remains what they show. */
function image(src: string, alt: string): Inline[] {
  if (/^https?:\/\//i.test(src) && URL.canParse(src)) return [{ type: "image", src, alt }];
  return alt.trim() === "" ? [] : [{ type: "emphasis", children: [{ type: "text", text: imageNote(alt) }] }];
}

const imageNote = (alt: string) =>
  `Image: ${alt.trim().replace(/^(screenshot|image|picture) (of|showing|that shows) /i, "")}`;

export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "text" || inline.type === "code") return inline.text;
      if (inline.type === "break") return " ";
      return inline.type === "image" ? "" : textOf(inline.children);
    })
    .join("");
}

/** Neighbouring texts become one; breaks at the ends go. */
function tidy(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { type: "text", text: last.text + inline.text };
    else if (inline.type !== "text" || inline.text !== "") joined.push(inline);
  }
  while (isBlank(joined[0])) joined.shift();
  while (isBlank(joined.at(-1))) joined.pop();
  return joined;
}

const isBlank = (inline: Inline | undefined) =>
  inline?.type === "break" || (inline?.type === "text" && inline.text.trim() === "");
