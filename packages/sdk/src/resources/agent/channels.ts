import type { Page, TeamChannel } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type ChannelsResource = ReturnType<typeof createChannels>;

export const createChannels = (request: Request) => ({
  list: (options?: RequestOptions) =>
    request<Page<TeamChannel>>({ method: "GET", path: ["agent", "channels"], ...options }),
});
