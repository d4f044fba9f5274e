import type { Block, Inline } from "@deskbell/contract";

/** Blocks as a reader would read them aloud: list items and cells on their own lines, no marks, no image notes. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join("\n");
}

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlineText(block.children);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${block.start + index}.` : "•"} ${plainText(item)}`)
        .join("\n");
    case "quote":
    case "callout":
      return plainText(block.children);
    case "code":
      return block.text;
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(inlineText).filter(Boolean).join(" — ")).join("\n");
    case "rule":
      return "";
  }
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "text" || inline.type === "code") return inline.text;
      if (inline.type === "break") return " ";
      if (inline.type === "image") return "";
      return isImageNote(inline) ? "" : inlineText(inline.children);
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

const isImageNote = (inline: Inline) =>
  inline.type === "emphasis" && inline.children[0]?.type === "text" && inline.children[0].text.startsWith("Image: ");
