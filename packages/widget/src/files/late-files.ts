import { late } from "../late.ts";
import { withDeskbell } from "../with-deskbell.ts";

/** All that has to do with files comes when the first one is seen or picked. */
export const lateFiles = late(() => import("./file-parts.ts"), withDeskbell);
