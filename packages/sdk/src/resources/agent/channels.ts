import type { Page, TeamChannel, UpdateChannel } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type ChannelsResource = ReturnType<typeof createChannels>;

export const createChannels = (request: Request) => ({
  list: (options?: RequestOptions) =>
    request<Page<TeamChannel>>({ method: "GET", path: ["agent", "channels"], ...options }),

  /** Keys left out stay as they are; the widget has them with its visitors' next page. For admins and owners. Throws `forbidden`, `not_found`, `invalid_input`. */
  update: (id: string, body: UpdateChannel, options?: RequestOptions) =>
    request<TeamChannel>({ method: "PATCH", path: ["agent", "channels", id], body, ...options }),
});
