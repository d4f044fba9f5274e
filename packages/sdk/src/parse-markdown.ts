import type { Block } from "@deskbell/contract";

/** The message subset of Markdown (bold, italic, strike, code, links, lists, quotes, line breaks) as a tree without HTML. Links go to http, https and mailto only. Never throws. */
export declare function parseMarkdown(text: string): Block[];
