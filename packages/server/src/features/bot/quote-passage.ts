import type { Citation } from "@deskbell/contract";
import type { ChunkHit } from "../articles/index.ts";
import { searchWords } from "../articles/index.ts";
import type { Language } from "./language.ts";
import { sentences } from "./sentences.ts";

export interface Answer {
  body: string;
  citations: Citation[];
}

const maxQuoteLength = 600;
const maxRelated = 2;

/** An answer without a model: the best passage, quoted, and where to read on. `passages` has at least one. */
export function quotePassage(passages: readonly ChunkHit[], question: string, language: Language): Answer | null {
  const [best, ...others] = passages;
  if (!best) return null;
  const related = others
    .filter((hit, index) => hit.slug !== best.slug && others.findIndex((other) => other.slug === hit.slug) === index)
    .slice(0, maxRelated);
  const say = sentences[language];
  const quote = excerptOf(best.text, question)
    .split("\n")
    .map((line) => `> ${escapeMarkdown(line).replace(/^• /, "- ")}`)
    .join("\n");
  const also = related.map((hit, index) => `- ${escapeMarkdown(hit.title)} [${index + 2}]`).join("\n");
  return {
    body: [
      `${say.found(escapeMarkdown(best.title))} [1]`,
      quote,
      ...(also ? [`${say.seeAlso}\n\n${also}`] : []),
      say.offer,
    ].join("\n\n"),
    citations: [best, ...related].map((hit, index) => citationOf(hit, index + 1)),
  };
}

export const citationOf = (hit: ChunkHit, number: number): Citation => ({
  number,
  slug: hit.slug,
  title: hit.title,
  anchor: hit.anchor,
  quote: hit.text,
});

/** The part of a passage around the words that were asked for, whole sentences where it can be. */
function excerptOf(text: string, question: string): string {
  if (text.length <= maxQuoteLength) return text;
  const stems = searchWords(question).telling.split(" ").map(stem);
  const pieces = text
    .match(/[^\n.!?]*(?:[.!?]+(?=\s|$)|\n|$)\s*|[^\n]+?[.!?](?=\s)\s*/g)
    ?.filter((piece) => piece !== "") ?? [text];
  const weights = pieces.map((piece) => {
    const words = (piece.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
    return stems.filter((wanted) => words.includes(wanted)).length;
  });
  let best = { start: 0, end: 1, weight: -1 };
  for (let start = 0; start < pieces.length; start += 1) {
    let [end, length, weight] = [start, 0, 0];
    while (end < pieces.length && length + (pieces[end]?.length ?? 0) <= maxQuoteLength) {
      length += pieces[end]?.length ?? 0;
      weight += weights[end] ?? 0;
      end += 1;
    }
    if (weight > best.weight) best = { start, end: Math.max(end, start + 1), weight };
  }
  const chosen = pieces.slice(best.start, best.end).join("").trim().slice(0, maxQuoteLength);
  return `${best.start > 0 ? "… " : ""}${chosen}${best.end < pieces.length ? " …" : ""}`;
}

/** Enough to find "restoring" where "restored" stands. */
const stem = (word: string) => word.slice(0, Math.max(4, word.length - 3));

const escapeMarkdown = (text: string) => text.replace(/[\\`*_~[\]<]/g, "\\$&");
