import type { Block } from "@deskbell/contract";
import { blockSchema } from "@deskbell/contract/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkArticle } from "./chunk-article.ts";
import { type LinkContext, slugsOfFiles } from "./link-target.ts";
import { parseArticle } from "./parse-article.ts";
import { plainText } from "./plain-text.ts";

const paths = ["admin/roles.md", "admin/Set up_Sites.md", "sync.md"];
const links: LinkContext = { path: "admin/roles.md", slugs: slugsOfFiles(paths), siteUrl: null };
const parse = (markdown: string, options: Partial<LinkContext> = {}) =>
  parseArticle(`---\ntitle: Roles\n---\n${markdown}`, { ...links, ...options }).blocks;
const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });

describe("front matter", () => {
  it("gives title, description, category and locale", () => {
    const text = "---\ntitle: 'A: b'\ndescription: What it is.\ncategory: Getting started\nlocale: de\n---\nText";
    expect(parseArticle(text, links)).toEqual({
      title: "A: b",
      description: "What it is.",
      category: "Getting started",
      locale: "de",
      blocks: [paragraph("Text")],
    });
  });

  it("may be missing: then the first heading is the title, the folder the category", () => {
    const article = parseArticle("# Roles\n\nWho may do what, and why it matters. More.", links);
    expect(article).toMatchObject({ title: "Roles", category: "Admin", locale: "en" });
    expect(article.description).toBe("Who may do what, and why it matters.");
    expect(article.blocks).toHaveLength(1);
  });

  it("without any title is refused with a reason", () => {
    expect(() => parseArticle("Only text", links)).toThrow("no title");
    expect(() => parseArticle("---\ntitle: [\n---\n", links)).toThrow();
  });
});

describe("headings", () => {
  it("a first heading that repeats the title goes; levels start at 2; anchors are unique", () => {
    const blocks = parse("# Roles\n\n## A & B\n\n### Deep\n\n##### Deeper\n\n## A & B\n\n# Another");
    expect(blocks.map((block) => block.type === "heading" && [block.level, block.anchor])).toEqual([
      [2, "a--b"],
      [3, "deep"],
      [4, "deeper"],
      [2, "a--b-1"],
      [2, "another"],
    ]);
  });
});

describe("documentation extensions", () => {
  it("alerts are callouts, with what follows in the quote", () => {
    expect(parse("> [!NOTE]\n> Mind **this**.\n>\n> And that.")).toEqual([
      {
        type: "callout",
        tone: "note",
        children: [
          {
            type: "paragraph",
            children: [
              { type: "text", text: "Mind " },
              { type: "strong", children: [{ type: "text", text: "this" }] },
              { type: "text", text: "." },
            ],
          },
          paragraph("And that."),
        ],
      },
    ]);
    expect(parse("> [!Important]\n> Yes")[0]).toMatchObject({ type: "callout", tone: "important" });
  });

  it("images that the web does not have leave a note, others stay", () => {
    expect(
      parse(':::image type="content" source="media/a.png" alt-text="Screenshot of the panel" lightbox="x":::'),
    ).toEqual([
      { type: "paragraph", children: [{ type: "emphasis", children: [{ type: "text", text: "Image: the panel" }] }] },
    ]);
    expect(parse("![Logo](https://example.com/l.png)")).toEqual([
      { type: "paragraph", children: [{ type: "image", src: "https://example.com/l.png", alt: "Logo" }] },
    ]);
  });

  it("includes, zones, rows and comments vanish; videos are links", () => {
    const markdown = `[!INCLUDE [x](includes/x.md)]
::: zone pivot="a"
:::row:::
:::column span="":::
Inside
:::column-end:::
:::row-end:::
::: zone-end
<!-- secret -->
> [!div class="nextstepaction"]
> [!VIDEO https://example.com/v]`;
    expect(plainText(parse(markdown))).toBe("Inside\nVideo");
  });

  it("leaves code alone", () => {
    const code = "[!NOTE] :::image source='x'::: <b>";
    expect(parse(`\`\`\`md\n${code}\n\`\`\``)).toEqual([{ type: "code", language: "md", text: code }]);
    expect(parse(`Use \`${code}\``)[0]).toMatchObject({ children: [{ type: "text" }, { type: "code", text: code }] });
  });
});

describe("links", () => {
  const linkIn = (markdown: string, siteUrl: string | null = null) => {
    const [block] = parse(markdown, { siteUrl });
    return block?.type === "paragraph" ? block.children[0] : undefined;
  };
  const text = { type: "text", text: "x" };

  it.each([
    ["[x](../sync.md#Set-up)", { type: "article", slug: "sync", anchor: "set-up", children: [text] }],
    ["[x](./set%20up_sites.md)", { type: "article", slug: "set-up-sites", anchor: null, children: [text] }],
    ["[x](#here)", { type: "article", slug: "roles", anchor: "here", children: [text] }],
    ["[x](https://example.com)", { type: "link", href: "https://example.com", children: [text] }],
    ["[x](gone.md)", text],
    ["[x](/admin/center)", text],
    ["[x](javascript:alert(1))", text],
    ["[x](data:text/html,hi)", text],
    ['<a href="https://example.com">x</a>', { type: "link", href: "https://example.com", children: [text] }],
    ['<a href="javascript:alert(1)">x</a>', text],
  ])("%s", (markdown, expected) => expect(linkIn(markdown)).toEqual(expected));

  it("of the site itself lead there when it is named", () => {
    expect(linkIn("[x](/admin/center)", "https://docs.example.com")).toMatchObject({
      href: "https://docs.example.com/admin/center",
    });
  });
});

describe("HTML", () => {
  it("that means something is kept as that; breaks stay within tables", () => {
    expect(parse("a<br/>b <strong>c</strong> <kbd>d</kbd>")).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "text", text: "a" },
          { type: "break" },
          { type: "text", text: "b " },
          { type: "strong", children: [{ type: "text", text: "c" }] },
          { type: "text", text: " " },
          { type: "code", text: "d" },
        ],
      },
    ]);
    const [table] = parse("| h |\n| - |\n| a<br>b |");
    expect(table).toMatchObject({ type: "table", rows: [[[{ text: "a" }, { type: "break" }, { text: "b" }]]] });
  });

  it("that runs or frames leaves nothing, a placeholder stays text", () => {
    expect(
      plainText(
        parse(
          "<script>alert(1)</script>\n\n<iframe src=x></iframe>\n\nGo to <tenant>.example.com <img src=x onerror=alert(1)>",
        ),
      ),
    ).toBe("Go to <tenant>.example.com");
  });

  it("in blocks becomes paragraphs and lists", () => {
    expect(parse("<div>\n<p>One <b>two</b></p>\n<ul><li>a</li><li>b</li></ul>\n</div>")).toEqual([
      paragraph("One two"),
      { type: "list", ordered: false, start: 1, items: [[paragraph("a")], [paragraph("b")]] },
    ]);
  });
});

it("whatever is written, the blocks are of the contract and their chunks short", () => {
  const piece = fc.constantFrom(
    "# h",
    "> [!NOTE]",
    "- x",
    "<div>",
    "</a>",
    "<a href='x'>",
    "|a|b|\n|-|-|",
    "```",
    "![](x)",
    ":::",
    "\n",
    "text **b",
    "[x](y.md)",
    "<!--",
    "&lt;",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const blocks = parse(pieces.join("\n"));
      for (const block of blocks) expect(blockSchema.safeParse(block).success).toBe(true);
      for (const chunk of chunkArticle(blocks)) expect(chunk.text.length).toBeLessThanOrEqual(900);
    }),
    { numRuns: 150 },
  );
});
