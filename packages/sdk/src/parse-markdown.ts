import type { Block } from "@deskbell/contract";
import { parseInlines } from "./parse-inlines.ts";

const MAX_DEPTH = 6;
// Nothing but a language beside it: other words would be lost.
const FENCE = /^\s{0,3}(`{3,}|~{3,})\s*([\w+#.-]*)\s*$/;
const BULLET = /^(\s{0,3}(?:[-*+]|(\d{1,9})[.)])\s+)(\S.*)$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/;

/**
 * The message subset of Markdown (bold, italic, strike, code, links, lists, quotes, line breaks) as a tree without
 * HTML: tags stay text. Links go to http, https and mailto only. Never throws.
 */
export function parseMarkdown(text: string): Block[] {
  return parseBlocks(text.replace(/\r\n?/g, "\n").split("\n"), 0);
}

function parseBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at += 1;
      continue;
    }
    const [block, next] = (depth < MAX_DEPTH ? parseNested(lines, at, depth) : null) ?? parseParagraph(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

type Parsed = [block: Block, next: number];

function parseNested(lines: readonly string[], at: number, depth: number): Parsed | null {
  const line = lines[at] ?? "";
  if (FENCE.test(line)) return parseFence(lines, at);
  if (QUOTE.test(line)) return parseQuote(lines, at, depth);
  if (BULLET.test(line)) return parseList(lines, at, depth);
  return null;
}

function parseFence(lines: readonly string[], at: number): Parsed {
  const [, fence = "", language = ""] = FENCE.exec(lines[at] ?? "") ?? [];
  const end = lines.findIndex(
    (line, index) => index > at && line.trim().startsWith(fence) && /^[`~]+$/.test(line.trim()),
  );
  // A fence that is still open, as in an answer that is being streamed, reaches to the end.
  const close = end < 0 ? lines.length : end;
  return [{ type: "code", language: language || null, text: lines.slice(at + 1, close).join("\n") }, close + 1];
}

function parseQuote(lines: readonly string[], at: number, depth: number): Parsed {
  const inner: string[] = [];
  for (let match = QUOTE.exec(lines[at] ?? ""); match; match = QUOTE.exec(lines[++at] ?? ""))
    inner.push(match[1] ?? "");
  return [{ type: "quote", children: parseBlocks(inner, depth + 1) }, at];
}

function parseList(lines: readonly string[], at: number, depth: number): Parsed {
  const [, , start] = BULLET.exec(lines[at] ?? "") ?? [];
  const ordered = start !== undefined;
  const items: Block[][] = [];
  for (;;) {
    const [, marker = "", number, first = ""] = BULLET.exec(lines[at] ?? "") ?? [];
    if (marker === "" || (number !== undefined) !== ordered) break;
    const inner = [first];
    at += 1;
    // What is indented belongs to the item; a blank line only when something indented follows it.
    while (at < lines.length && /^(\s{2,}|\t)\S/.test(lines[(lines[at] ?? "").trim() === "" ? at + 1 : at] ?? "")) {
      inner.push((lines[at++] ?? "").replace(/^(\t|\s{1,4})/, (indent) => indent.slice(marker.length)));
    }
    items.push(parseBlocks(inner, depth + 1));
    while ((lines[at] ?? "x").trim() === "" && BULLET.test(lines[at + 1] ?? "")) at += 1;
  }
  return [{ type: "list", ordered, start: ordered ? Number(start) : 1, items }, at];
}

function parseParagraph(lines: readonly string[], at: number): Parsed {
  const heading = HEADING.exec(lines[at] ?? "");
  // Messages have no headings; the words stand out all the same.
  if (heading) {
    return [{ type: "paragraph", children: [{ type: "strong", children: parseInlines(heading[1] ?? "") }] }, at + 1];
  }
  const inner: string[] = [];
  do inner.push((lines[at++] ?? "").trim());
  while (at < lines.length && !startsBlock(lines[at] ?? ""));
  return [{ type: "paragraph", children: parseInlines(inner.join("\n")) }, at];
}

const startsBlock = (line: string): boolean =>
  line.trim() === "" || FENCE.test(line) || QUOTE.test(line) || BULLET.test(line) || HEADING.test(line);
