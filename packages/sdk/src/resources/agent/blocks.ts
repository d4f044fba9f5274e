import type { BlockListEntry, CreateBlock, Page, PageQuery } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type BlocksResource = ReturnType<typeof createBlocks>;

/** Who is kept out. For admins and owners; others are `forbidden`. */
export const createBlocks = (request: Request) => ({
  /** The latest first. */
  list: (query?: PageQuery, options?: RequestOptions) =>
    request<Page<BlockListEntry>>({ method: "GET", path: ["agent", "blocks"], query, ...options }),

  /** Keeps a contact or a network out at once; the same again answers with the first. Throws `not_found`, `invalid_input`. */
  create: (body: CreateBlock, options?: RequestOptions) =>
    request<BlockListEntry>({ method: "POST", path: ["agent", "blocks"], body, ...options }),

  /** Lets them in again. Throws `not_found`. */
  delete: (id: string, options?: RequestOptions) =>
    request<void>({ method: "DELETE", path: ["agent", "blocks", id], ...options }),
});
