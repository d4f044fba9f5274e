import { pageOf, teamChannelSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { presentTeamChannel } from "./present.ts";
import { listChannelRows } from "./queries.ts";

export function channelRoutes(api: Api): void {
  api.team(
    {
      method: "GET",
      path: "/v1/agent/channels",
      summary: "List the workspace's channels",
      answer: pageOf(teamChannelSchema),
    },
    async ({ ctx }) => ({ data: (await transact(ctx, listChannelRows)).map(presentTeamChannel), nextCursor: null }),
  );
}
