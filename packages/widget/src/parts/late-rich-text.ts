import { late } from "../late.ts";
import { withDeskbell } from "../with-deskbell.ts";

/** Marked up text: in messages that have any, and in articles. */
export const lateRichText = late(() => import("./rich-text-parts.ts"), withDeskbell);
