import type { Block } from "@deskbell/contract";
import { inlineText, plainText } from "./plain-text.ts";

export interface Chunk {
  position: number;
  /** The heading it stands under; `null` before the first. */
  anchor: string | null;
  /** Headings above it, outermost first, ` › ` between them. */
  heading: string;
  text: string;
}

const maxChunkLength = 900;

/** An article in passages that can be found, quoted and read alone: one per section, long sections in several. */
export function chunkArticle(blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  let path: { level: number; text: string }[] = [];
  let anchor: string | null = null;
  let lines: string[] = [];
  const flush = () => {
    const heading = path.map((step) => step.text).join(" › ");
    for (const text of packed(lines)) chunks.push({ position: chunks.length, anchor, heading, text });
    lines = [];
  };
  for (const block of blocks) {
    if (block.type === "heading") {
      flush();
      path = [
        ...path.filter((step) => step.level < block.level),
        { level: block.level, text: inlineText(block.children) },
      ];
      anchor = block.anchor;
    } else {
      const text = plainText([block]).trim();
      if (text !== "") lines.push(...text.split("\n"));
    }
  }
  flush();
  return chunks;
}

/** Lines packed into texts of at most `maxChunkLength`; a longer line is cut at a sentence, then at a word. */
function packed(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const piece of lines.flatMap(pieces)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= maxChunkLength)
      texts[texts.length - 1] = `${last}\n${piece}`;
    else texts.push(piece);
  }
  return texts;
}

function pieces(line: string): string[] {
  if (line.length <= maxChunkLength) return [line];
  const head = line.slice(0, maxChunkLength);
  const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "), head.lastIndexOf("? ")) + 1;
  const cut = sentence > maxChunkLength / 3 ? sentence : Math.max(head.lastIndexOf(" "), maxChunkLength / 3);
  return [line.slice(0, cut).trim(), ...pieces(line.slice(cut).trim())];
}
