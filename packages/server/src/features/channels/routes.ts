import { pageOf, pathId, teamChannelSchema, updateChannelSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { changeChannel } from "./change-channel.ts";
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
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/channels/:id",
      summary: "Change a channel",
      role: "admin",
      params: pathId,
      body: updateChannelSchema,
      example: { assignment: "automatic" },
      answer: teamChannelSchema,
    },
    async ({ ctx, params, body }) => presentTeamChannel(await changeChannel(ctx, params.id, body)),
  );
}
