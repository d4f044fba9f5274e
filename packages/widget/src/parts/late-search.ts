import { late } from "../late.ts";

/** Finding articles: on the first screen, and on one of its own. */
export const lateSearch = late(() => import("./search-parts.ts"));
