import type { Block } from "@deskbell/contract";
import { expect, test, vi } from "vitest";
import { type CreateElement, renderRichText } from "./render-rich-text.ts";

interface Drawn {
  type: string;
  props: Record<string, unknown> | null;
  children: (Drawn | string)[];
}
const h: CreateElement<Drawn> = (type, props, ...children) => ({ type, props, children });

function html(node: Drawn | string): string {
  if (typeof node === "string") return node;
  const { key: _, onClick, ...props } = node.props ?? {};
  const attributes = Object.entries({ ...props, ...(onClick ? { onClick: "…" } : {}) });
  return `<${[node.type, ...attributes.map(([name, value]) => `${name}=${value}`)].join(" ")}>${node.children.map(html).join("")}</${node.type}>`;
}
const draw = (...args: Parameters<typeof renderRichText<Drawn>>) =>
  renderRichText<Drawn>(...args)
    .map(html)
    .join("");
const text = (words: string) => ({ type: "text" as const, text: words });
const paragraph = (...children: Extract<Block, { type: "paragraph" }>["children"]): Block => ({
  type: "paragraph",
  children,
});

test("every kind of block has its element", () => {
  const blocks: Block[] = [
    { type: "heading", level: 2, anchor: "start", children: [text("Start")] },
    paragraph({ type: "strong", children: [text("a")] }, { type: "break" }, { type: "code", text: "<b>" }),
    { type: "list", ordered: true, start: 3, items: [[paragraph(text("x"))]] },
    { type: "quote", children: [paragraph(text("q"))] },
    { type: "callout", tone: "tip", children: [paragraph(text("c"))] },
    { type: "code", language: "js", text: "1 < 2" },
    { type: "table", head: [[text("h")]], rows: [[[text("r")]]] },
    { type: "rule" },
  ];
  expect(draw(blocks, h, { calloutTitle: () => "Tip" })).toBe(
    "<h2 id=start>Start</h2><p><strong>a</strong><br></br><code><b></code></p><ol start=3><li>x</li></ol>" +
      "<blockquote><p>q</p></blockquote><aside className=callout callout-tip><p className=callout-title>Tip</p><p>c</p></aside>" +
      "<pre tabIndex=0><code>1 < 2</code></pre><div className=table tabIndex=0><table><thead><tr><th scope=col>h</th></tr></thead>" +
      "<tbody><tr><td>r</td></tr></tbody></table></div><hr></hr>",
  );
});

test("a link or image with another scheme than it may have loses its address, whoever made the tree", () => {
  const link = { type: "link" as const, href: "javascript:alert(1)", children: [text("x")] };
  const image = { type: "image" as const, src: "javascript:alert(1)", alt: "x" };
  const drawn = draw([paragraph(link, image)], h);
  expect(drawn).toBe("<p><span>x</span><em>x</em></p>");
  expect(draw([paragraph({ ...link, href: "https://a.example" })], h)).toContain("rel=noopener noreferrer");
});

test("a link to an article opens it here, unless another tab is asked for", () => {
  const onArticle = vi.fn();
  const article = { type: "article" as const, slug: "plans", anchor: "prices", children: [text("Plans")] };
  const options = { onArticle, articleHref: (slug: string) => `/help/${slug}` };
  const [node] = renderRichText<Drawn>([paragraph(article)], h, options);
  const link = node?.children[0] as Drawn;
  expect(link.props?.href).toBe("/help/plans");
  const click = link.props?.onClick as (event: object) => void;
  const preventDefault = vi.fn();
  click({ preventDefault, ctrlKey: true });
  expect(onArticle).not.toHaveBeenCalled();
  click({ preventDefault });
  expect(onArticle).toHaveBeenCalledWith("plans", "prices");
  expect(preventDefault).toHaveBeenCalledTimes(1);
});
