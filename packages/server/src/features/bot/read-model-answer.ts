import type { ChunkHit } from "../articles/index.ts";
import { noAnswerMark } from "./grounded-prompt.ts";
import { type Answer, citationOf } from "./quote-passage.ts";

/** The model broke the agreement about its first line, or said nothing after it. */
class UngroundedAnswerError extends Error {
  constructor(reason: string) {
    super(`The model's answer is not grounded: ${reason}`);
    this.name = "UngroundedAnswerError";
  }
}

export type ModelAnswer =
  /** The first line is not whole yet. */
  { kind: "pending" } | { kind: "none" } | ({ kind: "answer" } & Answer);

const maxBodyLength = 7900;

/**
 * What a model's text means so far. Only passages that it was given count: other numbers vanish from the sources and from
 * the text, and without any left there is no answer. Numbers are made to count up from 1.
 */
export function readModelAnswer(text: string, passages: readonly ChunkHit[], isWhole: boolean): ModelAnswer {
  const start = text.trimStart();
  const lineEnd = start.indexOf("\n");
  if (lineEnd < 0 && !isWhole) {
    if (start.length > maxFirstLine) throw new UngroundedAnswerError("the first line is too long");
    return { kind: "pending" };
  }
  const firstLine = (lineEnd < 0 ? start : start.slice(0, lineEnd)).replace(/[*`]/g, "").trim();
  if (firstLine === noAnswerMark) return { kind: "none" };
  const declared = /^SOURCES:\s*([\d\s,;[\]]+)$/i.exec(firstLine)?.[1]?.match(/\d+/g)?.map(Number);
  if (!declared) throw new UngroundedAnswerError("the first line names no sources");
  const numbers = new Map<number, number>();
  const numberOf = (source: number): number | null => {
    if (!passages[source - 1]) return null;
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return number;
  };
  for (const source of declared) numberOf(source);
  if (numbers.size === 0) throw new UngroundedAnswerError("none of its sources was given");
  const body = renumber(lineEnd < 0 ? "" : start.slice(lineEnd + 1), numberOf, isWhole)
    .trim()
    .slice(0, maxBodyLength);
  if (body === "" && isWhole) throw new UngroundedAnswerError("nothing follows the sources");
  const citations = [...numbers].flatMap(([source, number]) => {
    const hit = passages[source - 1];
    return hit ? [citationOf(hit, number)] : [];
  });
  return { kind: "answer", body, citations };
}

const maxFirstLine = 200;

/** `[3, 9]` → `[1]` where only the third was given. A bracket that is still open waits for its end. */
function renumber(text: string, numberOf: (source: number) => number | null, isWhole: boolean): string {
  const closed = isWhole ? text : text.replace(/\[[\d\s,]*$/, "");
  return closed.replace(/ ?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\](?!\()/g, (found, list: string) => {
    const kept = list.split(",").flatMap((part) => numberOf(Number(part)) ?? []);
    const space = found.startsWith(" ") ? " " : "";
    return kept.length === 0 ? "" : space + [...new Set(kept)].map((number) => `[${number}]`).join("");
  });
}
