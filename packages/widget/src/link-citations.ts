import type { Block, Citation, Inline } from "@deskbell/sdk";

/** `[1]` in an answer becomes a link to the article it stands for. */
export function linkCitations(blocks: readonly Block[], citations: readonly Citation[]): Block[] {
  const inBlock = (block: Block): Block => {
    if (block.type === "paragraph" || block.type === "heading")
      return { ...block, children: block.children.flatMap(inInline) };
    if (block.type === "quote" || block.type === "callout") return { ...block, children: block.children.map(inBlock) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => item.map(inBlock)) };
    return block;
  };
  const inInline = (inline: Inline): Inline[] => {
    if (inline.type === "text") return inline.text.split(/(\[\d+\])/).map(link);
    if (inline.type === "strong" || inline.type === "emphasis") {
      return [{ ...inline, children: inline.children.flatMap(inInline) }];
    }
    return [inline];
  };
  const link = (text: string): Inline => {
    const cited = citations.find(({ number }) => text === `[${number}]`);
    if (!cited) return { type: "text", text };
    return {
      type: "article",
      slug: cited.slug,
      anchor: cited.anchor,
      children: [{ type: "text", text: String(cited.number) }],
    };
  };
  return blocks.map(inBlock);
}
