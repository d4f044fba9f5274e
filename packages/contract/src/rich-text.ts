/** A run of text with at most one kind of meaning; nested where kinds combine. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "strong" | "emphasis" | "strike"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; children: Inline[] }
  /** A link to another article of the same workspace. */
  | { type: "article"; slug: string; anchor: string | null; children: Inline[] }
  | { type: "image"; src: string; alt: string }
  | { type: "break" };

/** One block of an article or of a formatted message. Safe by construction: there is no HTML in it. */
export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "heading"; level: 2 | 3 | 4; anchor: string; children: Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | { type: "quote"; children: Block[] }
  | { type: "callout"; tone: "note" | "tip" | "important" | "warning" | "caution"; children: Block[] }
  | { type: "code"; language: string | null; text: string }
  | { type: "table"; head: Inline[][]; rows: Inline[][][] }
  | { type: "rule" };
