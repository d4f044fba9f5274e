import type { Block } from "@deskbell/contract";

/** `h` of Preact, `createElement` of React, or your own. */
export type CreateElement<N> = (type: string, props: Record<string, unknown> | null, ...children: (N | string)[]) => N;

export interface RichTextOptions {
  /** A link to another article was followed. */
  onArticle?(slug: string, anchor: string | null): void;
  /** The address an article's link shows and opens in a new tab. Default `#`. */
  articleHref?(slug: string, anchor: string | null): string;
  /** Where an image is loaded from; `null` leaves only its alternative text. Default: `src` as it is. */
  imageSrc?(src: string): string | null;
}

/** Blocks as elements. Never through innerHTML; addresses other than http, https, mailto and relative ones are dropped. */
export declare function renderRichText<N>(
  blocks: readonly Block[],
  h: CreateElement<N>,
  options?: RichTextOptions,
): N[];
