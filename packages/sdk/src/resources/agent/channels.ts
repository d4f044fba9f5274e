import type { Page, TeamChannel, UpdateChannel } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type ChannelsResource = ReturnType<typeof createChannels>;

export const createChannels = (request: Request) => ({
  list: (options?: RequestOptions) =>
    request<Page<TeamChannel>>({ method: "GET", path: ["agent", "channels"], ...options }),

  /** Keys left out stay as they are; the widget has them with its visitors' next page. For admins and owners. Throws `forbidden`, `not_found`, `invalid_input`. */
  update: (id: string, body: UpdateChannel, options?: RequestOptions) =>
    request<TeamChannel>({ method: "PATCH", path: ["agent", "channels", id], body, ...options }),

  /**
   * Has the widget show this picture on its home, drawn anew at most 480 × 96 pixels large: PNG, JPEG, WebP, AVIF or GIF of at most 1 MB. To show none
   * again, update with `settings: { logoUrl: null }`. For admins and owners. Throws `forbidden`, `not_found`, `file_too_large`, `file_type_not_allowed`, `file_empty`.
   */
  uploadLogo: (id: string, picture: Blob, options?: RequestOptions) =>
    request<TeamChannel>({ method: "POST", path: ["agent", "channels", id, "logo"], file: picture, ...options }),
});
