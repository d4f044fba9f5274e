import type { Block, Inline } from "@deskbell/contract";
import { safeHref } from "./safe-href.ts";

/** `h` of Preact, `createElement` of React, or your own. */
export type CreateElement<N> = (type: string, props: Record<string, unknown> | null, ...children: (N | string)[]) => N;

export interface RichTextOptions {
  /** A link to another article was followed. */
  onArticle?(slug: string, anchor: string | null): void;
  /** The address an article's link shows, and opens in a new tab. Default `#`. */
  articleHref?(slug: string, anchor: string | null): string;
  /** Where an image is loaded from; `null` leaves only its alternative text. Default: `src`, when it is http or https. */
  imageSrc?(src: string): string | null;
  /** Title of a callout. Default: none; its class says the tone. */
  calloutTitle?(tone: Extract<Block, { type: "callout" }>["tone"]): string;
}

/**
 * Blocks as elements, never through innerHTML. Links other than http, https and mailto lose their address.
 * Classes: `callout callout-<tone>`, `callout-title`, `table` around a table.
 */
export function renderRichText<N>(blocks: readonly Block[], h: CreateElement<N>, options: RichTextOptions = {}): N[] {
  const all = (children: readonly Block[]): N[] => children.map(renderBlock);
  const inline = (children: readonly Inline[]): (N | string)[] => children.map(renderInline);

  function renderBlock(block: Block, key: number): N {
    switch (block.type) {
      case "paragraph":
        return h("p", { key }, ...inline(block.children));
      case "heading":
        return h(`h${block.level}`, { key, id: block.anchor }, ...inline(block.children));
      case "list":
        return h(
          block.ordered ? "ol" : "ul",
          block.ordered && block.start !== 1 ? { key, start: block.start } : { key },
          ...block.items.map((item, index) => h("li", { key: index }, ...renderItem(item))),
        );
      case "quote":
        return h("blockquote", { key }, ...all(block.children));
      case "callout": {
        const title = options.calloutTitle?.(block.tone);
        const head = title ? [h("p", { key: "title", className: "callout-title" }, title)] : [];
        return h("aside", { key, className: `callout callout-${block.tone}` }, ...head, ...all(block.children));
      }
      case "code":
        return h("pre", { key, tabIndex: 0 }, h("code", null, block.text));
      case "table":
        return renderTable(block, key);
      case "rule":
        return h("hr", { key });
    }
  }

  /** A single paragraph needs no `p` within its item. */
  function renderItem(item: readonly Block[]): (N | string)[] {
    const [first, ...rest] = item;
    return first?.type === "paragraph" ? [...inline(first.children), ...all(rest)] : all(item);
  }

  function renderTable({ head, rows }: Extract<Block, { type: "table" }>, key: number): N {
    const row = (type: "th" | "td", cells: readonly Inline[][], rowKey: number) => {
      const props = type === "th" ? { scope: "col" } : {};
      return h(
        "tr",
        { key: rowKey },
        ...cells.map((cell, index) => h(type, { key: index, ...props }, ...inline(cell))),
      );
    };
    const body = h("tbody", null, ...rows.map((cells, index) => row("td", cells, index)));
    return h(
      "div",
      { key, className: "table", tabIndex: 0 },
      h("table", null, h("thead", null, row("th", head, 0)), body),
    );
  }

  function renderInline(node: Inline, key: number): N | string {
    switch (node.type) {
      case "text":
        return node.text;
      case "strong":
        return h("strong", { key }, ...inline(node.children));
      case "emphasis":
        return h("em", { key }, ...inline(node.children));
      case "strike":
        return h("s", { key }, ...inline(node.children));
      case "code":
        return h("code", { key }, node.text);
      case "link": {
        const href = safeHref(node.href);
        if (!href) return h("span", { key }, ...inline(node.children));
        return h("a", { key, href, target: "_blank", rel: "noopener noreferrer" }, ...inline(node.children));
      }
      case "article":
        return renderArticleLink(node, key);
      case "image": {
        const src = options.imageSrc ? options.imageSrc(node.src) : safeHref(node.src);
        return src ? h("img", { key, src, alt: node.alt, loading: "lazy" }) : h("em", { key }, node.alt);
      }
      case "break":
        return h("br", { key });
    }
  }

  function renderArticleLink({ slug, anchor, children }: Extract<Inline, { type: "article" }>, key: number): N {
    const href = options.articleHref?.(slug, anchor) ?? "#";
    const onClick = (event: Pick<MouseEvent, "preventDefault" | "metaKey" | "ctrlKey">) => {
      if (!options.onArticle || ((event.metaKey || event.ctrlKey) && href !== "#")) return;
      event.preventDefault();
      options.onArticle(slug, anchor);
    };
    return h("a", { key, href, onClick }, ...inline(children));
  }

  return all(blocks);
}
