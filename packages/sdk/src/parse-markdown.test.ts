import type { Block, Inline } from "@deskbell/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "./parse-markdown.ts";

/** The tree in one line: easier to read in a table than objects. */
function draw(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "text") return node.text;
      if (node.type === "break") return "/";
      if (node.type === "code") return `code(${node.text})`;
      if (node.type === "link") return `link(${node.href} ${draw(node.children)})`;
      if (node.type === "list") return `${node.ordered ? `ol${node.start}` : "ul"}(${node.items.map(draw).join("|")})`;
      return "children" in node ? `${node.type}(${draw(node.children)})` : node.type;
    })
    .join("");
}
const inline = (text: string) => draw(parseMarkdown(text)).replace(/^paragraph\((.*)\)$/s, "$1");

test.each([
  ["**bold** and *italic* and ~~gone~~", "strong(bold) and emphasis(italic) and strike(gone)"],
  ["__bold__ and _italic_", "strong(bold) and emphasis(italic)"],
  ["***both***", "strong(emphasis(both))"],
  ["**a *b* c**", "strong(a emphasis(b) c)"],
  ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
  ["**open and *open", "**open and *open"],
  ["****", "****"],
  ["`**not bold**` and ``a ` b``", "code(**not bold**) and code(a ` b)"],
  ["an `open one", "an `open one"],
  ["\\*not italic\\* \\[x\\]", "*not italic* [x]"],
  ["one\ntwo\r\nthree", "one/two/three"],
  ["[site](https://a.example/x_y)", "link(https://a.example/x_y site)"],
  ["[wiki](https://a.example/x_(y))", "link(https://a.example/x_(y) wiki)"],
  ["[**bold**](https://a.example)", "link(https://a.example/ strong(bold))"],
  ["[mail](mailto:a@b.example)", "link(mailto:a@b.example mail)"],
  ["see https://a.example/b.", "see link(https://a.example/b https://a.example/b)."],
  ["(https://a.example/b)", "(link(https://a.example/b https://a.example/b))"],
  ["**https://a.example**", "strong(link(https://a.example/ https://a.example))"],
  ["an answer [1], another [2]", "an answer [1], another [2]"],
  ["[a [b](https://in.example) c](https://out.example)", "link(https://out.example/ a b c)"],
  ["<b>tag</b> & <script>alert(1)</script>", "<b>tag</b> & <script>alert(1)</script>"],
])("%s", (text, drawn) => expect(inline(text)).toBe(drawn));

test.each([
  ["- a\n- b\n  - c\n- d", "ul(paragraph(a)|paragraph(b)ul(paragraph(c))|paragraph(d))"],
  ["3. a\n4. b", "ol3(paragraph(a)|paragraph(b))"],
  ["1. a\n\n2. b", "ol1(paragraph(a)|paragraph(b))"],
  ["text\n- a\n\nafter", "paragraph(text)ul(paragraph(a))paragraph(after)"],
  ["```js\nlet a = `<b>`;\n\n```\nafter", "code(let a = `<b>`;\n)paragraph(after)"],
  ["```\nstill being written", "code(still being written)"],
  ["> a\n> b\n\nc", "quote(paragraph(a/b))paragraph(c)"],
  ["# Title\ntext", "paragraph(strong(Title))paragraph(text)"],
  ["- ", "paragraph(-)"],
  ["   \n\n", ""],
  ["```all on one line```", "paragraph(code(all on one line))"],
])("%j", (text, drawn) => expect(draw(parseMarkdown(text))).toBe(drawn));

test.each([
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:msgbox)",
  "[x](//evil.example)",
  "[x](/relative)",
  "[x](file:///etc/passwd)",
  "![x](javascript:alert(1))",
])("%s makes no link", (text) => expect(inline(text)).not.toContain("link("));

const hrefs = (nodes: readonly (Block | Inline)[]): string[] =>
  nodes.flatMap((node) => {
    const own = node.type === "link" ? [node.href] : [];
    if (node.type === "list") return node.items.flatMap(hrefs);
    return "children" in node ? [...own, ...hrefs(node.children)] : own;
  });

const visible = (nodes: readonly (Block | Inline)[]): string =>
  nodes
    .map((node) => {
      if ("text" in node) return node.text;
      if (node.type === "list") return node.items.map(visible).join("");
      return "children" in node ? visible(node.children) : "";
    })
    .join("");

const mess = fc
  .array(
    fc.constantFrom(
      "*",
      "**",
      "_",
      "~~",
      "`",
      "```",
      "[",
      "](",
      ")",
      "\n",
      " ",
      "- ",
      "1. ",
      "> ",
      "  ",
      "\\",
      "a",
      "é",
      "https://a.example",
      "javascript:x",
      "<",
      "!",
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(""));

test("nothing makes it throw, lead elsewhere than http, https and mailto, or lose a letter", () => {
  fc.assert(
    fc.property(mess, (text) => {
      const blocks = parseMarkdown(text);
      for (const href of hrefs(blocks)) expect(href).toMatch(/^(https?|mailto):/);
      const letters = (written: string) => written.split("é").length;
      // Only an address behind a label is not shown.
      if (!text.includes("](")) expect(letters(visible(blocks))).toBe(letters(text));
    }),
  );
});

test.each(["*", "[", "`", "> ", "- ", "**a", "[a](", "_a_ ", "`` ` ", "https://a.example/("])(
  "8,000 characters of %j take no time and do not nest beyond drawing",
  (part) => {
    const text = part.repeat(8000 / part.length);
    // The best of a few: on a busy machine any one of them may have to wait.
    const took = [1, 2, 3].map(() => {
      const started = performance.now();
      parseMarkdown(text);
      return performance.now() - started;
    });
    expect(Math.min(...took)).toBeLessThan(500);
    expect(depthOf(parseMarkdown(text))).toBeLessThan(200);
  },
);

function depthOf(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
