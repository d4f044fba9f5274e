import type { Block, Inline } from "@deskbell/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderBlocks } from "./render-blocks.ts";

const render = (...blocks: Block[]) =>
  renderBlocks(blocks, { articleHref: (slug, anchor) => `/a/${slug}${anchor ? `#${anchor}` : ""}` });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });
const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

describe("hostile text", () => {
  it.each<[string, Block]>([
    ["text", paragraph({ type: "text", text: hostile })],
    ["code", { type: "code", language: hostile, text: hostile }],
    ["an anchor", { type: "heading", level: 2, anchor: hostile, children: [{ type: "text", text: "x" }] }],
    ["an image", paragraph({ type: "image", src: `https://example.com/${hostile}`, alt: hostile })],
    [
      "a link",
      paragraph({ type: "link", href: `https://example.com/${hostile}`, children: [{ type: "text", text: hostile }] }),
    ],
    ["an article's slug", paragraph({ type: "article", slug: hostile, anchor: hostile, children: [] })],
    [
      "a table",
      { type: "table", head: [[{ type: "text", text: hostile }]], rows: [[[{ type: "code", text: hostile }]]] },
    ],
  ])("in %s stays text", (_, block) => {
    const html = render(block);
    expect(html).not.toMatch(/<script|<img src=x/);
    // Every attribute that the renderer opened it also closed itself.
    expect(html.replace(/<[a-z0-9]+(?: [a-z-]+="[^"<>]*")*>|<\/[a-z0-9]+>/g, "")).not.toMatch(/[<>"]/);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "x",
  ])("a link to %s is its text", (href) =>
    expect(render(paragraph({ type: "link", href, children: [{ type: "text", text: "x" }] }))).toBe("<p>x</p>"),
  );

  it("an image that is not on the web is its description", () => {
    expect(render(paragraph({ type: "image", src: "javascript:x", alt: "<b>" }))).toBe("<p>&#60;b&#62;</p>");
  });

  it("any text comes out as it went in", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const unescaped = render(paragraph({ type: "text", text }))
          .slice(3, -4)
          .replace(/&#(\d+);/g, (_found, code) => String.fromCharCode(Number(code)));
        expect(unescaped).toBe(text);
      }),
    );
  });
});

it("draws every kind of block", () => {
  const text: Inline[] = [{ type: "text", text: "t" }];
  expect(
    render(
      { type: "heading", level: 3, anchor: "a", children: text },
      { type: "list", ordered: true, start: 3, items: [[paragraph(...text)], [paragraph(...text), { type: "rule" }]] },
      { type: "callout", tone: "tip", children: [paragraph(...text)] },
      { type: "quote", children: [paragraph({ type: "strong", children: text }, { type: "break" })] },
      paragraph({ type: "article", slug: "s", anchor: "h", children: text }),
    ),
  ).toBe(
    `<h3 id="a">t <a class="anchor" href="#a" aria-label="Link to this section">#</a></h3>
<ol start="3"><li>t</li><li><p>t</p>
<hr></li></ol>
<aside class="callout tip"><p class="callout-title">Tip</p><p>t</p></aside>
<blockquote><p><strong>t</strong><br></p></blockquote>
<p><a href="/a/s#h">t</a></p>`,
  );
});
