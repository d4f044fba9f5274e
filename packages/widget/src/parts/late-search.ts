import { late } from "../late.ts";
import { withDeskbell } from "../with-deskbell.ts";

/** Finding articles: on the first screen, and on one of its own. */
export const lateSearch = late(() => import("./search-parts.ts"), withDeskbell);
