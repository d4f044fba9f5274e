import type { BlockListEntry, BlocksQuery, CreateBlock, Page } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type BlocksResource = ReturnType<typeof createBlocks>;

/** Who is kept out. Agents may look; admins and owners make and delete, others are `forbidden`. */
export const createBlocks = (request: Request) => ({
  /** The latest first. */
  list: (query?: BlocksQuery, options?: RequestOptions) =>
    request<Page<BlockListEntry>>({ method: "GET", path: ["agent", "blocks"], query, ...options }),

  /** Keeps a contact or a network out at once; the same again answers with the first. Throws `not_found`, `invalid_input`. */
  create: (body: CreateBlock, options?: RequestOptions) =>
    request<BlockListEntry>({ method: "POST", path: ["agent", "blocks"], body, ...options }),

  /** Lets them in again. Throws `not_found`. */
  delete: (id: string, options?: RequestOptions) =>
    request<void>({ method: "DELETE", path: ["agent", "blocks", id], ...options }),
});
