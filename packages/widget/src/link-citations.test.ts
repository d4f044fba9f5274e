import type { Citation } from "@deskbell/sdk";
import { expect, test } from "vitest";
import { linkCitations } from "./link-citations.ts";

const citation: Citation = { number: 1, slug: "install", title: "Install", anchor: "tag", quote: "Paste the tag." };

test("a number in an answer leads to the article it stands for", () => {
  const blocks = linkCitations(
    [{ type: "paragraph", children: [{ type: "text", text: "Paste it [1]." }] }],
    [citation],
  );
  expect(blocks).toEqual([
    {
      type: "paragraph",
      children: [
        { type: "text", text: "Paste it " },
        { type: "article", slug: "install", anchor: "tag", children: [{ type: "text", text: "1" }] },
        { type: "text", text: "." },
      ],
    },
  ]);
});

test("a number that stands for nothing stays as it was written", () => {
  const blocks = linkCitations([{ type: "paragraph", children: [{ type: "text", text: "a[2]" }] }], [citation]);
  expect(blocks[0]).toMatchObject({ children: [{ text: "a" }, { type: "text", text: "[2]" }, { text: "" }] });
});

test("numbers are found in lists and quotes, never in code", () => {
  const text = { type: "text", text: "[1]" } as const;
  const paragraph = { type: "paragraph", children: [text] } as const;
  const linked = linkCitations(
    [
      { type: "list", ordered: false, start: 1, items: [[{ ...paragraph, children: [text] }]] },
      { type: "quote", children: [{ ...paragraph, children: [{ type: "strong", children: [text] }] }] },
      { type: "code", language: null, text: "[1]" },
    ],
    [citation],
  );
  expect(JSON.stringify(linked.slice(0, 2)).match(/"article"/g)).toHaveLength(2);
  expect(linked[2]).toEqual({ type: "code", language: null, text: "[1]" });
});
