import type { ApiKey, Page } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type ApiKeysResource = ReturnType<typeof createApiKeys>;

/** Server-to-server credentials. For admins and owners. */
export const createApiKeys = (request: Request) => ({
  /** The latest first, without their secrets. */
  list: (options?: RequestOptions) => request<Page<ApiKey>>({ method: "GET", path: ["agent", "api-keys"], ...options }),

  /** It opens nothing any more, and its sockets are cut. Throws `not_found`, `forbidden`. */
  revoke: (id: string, options?: RequestOptions) =>
    request<void>({ method: "DELETE", path: ["agent", "api-keys", id], ...options }),
});
