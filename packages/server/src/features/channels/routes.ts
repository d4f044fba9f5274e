import { pageOf, pathId, teamChannelSchema, updateChannelSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { presentTeamChannel } from "./present.ts";
import { listChannelRows } from "./queries.ts";
import { updateChannel } from "./update-channel.ts";
import { uploadLogo } from "./upload-logo.ts";

export function channelRoutes(api: Api): void {
  api.team(
    {
      method: "GET",
      path: "/v1/agent/channels",
      summary: "List the workspace's channels",
      answer: pageOf(teamChannelSchema),
    },
    async ({ ctx }) => ({
      data: (await transact(ctx, listChannelRows)).map((row) => presentTeamChannel(row, ctx.deps)),
      nextCursor: null,
    }),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/channels/:id",
      summary: "Change how a channel looks, whom it serves and what becomes of its conversations",
      role: "admin",
      params: pathId,
      body: updateChannelSchema,
      example: { settings: { greeting: "Hello" }, conversations: { afterClose: "reopen" } },
      answer: teamChannelSchema,
    },
    async ({ ctx, params, body }) => presentTeamChannel(await updateChannel(ctx, params, body), ctx.deps),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/channels/:id/logo",
      summary: "Upload a channel's logo, which its widget then shows: a raster picture of at most 1 MB",
      role: "admin",
      params: pathId,
      limit: "files",
      streams: true,
      answer: teamChannelSchema,
    },
    async ({ ctx, params, stream }) => presentTeamChannel(await uploadLogo(ctx, params.id, stream), ctx.deps),
  );
}
