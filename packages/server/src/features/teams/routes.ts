import { createTeamSchema, pageOf, pathId, teamSchema, updateTeamSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { createTeam } from "./create-team.ts";
import { deleteTeam } from "./delete-team.ts";
import { presentTeam } from "./present.ts";
import { listTeamViews } from "./queries.ts";
import { updateTeam } from "./update-team.ts";

export function teamRoutes(api: Api): void {
  api.team(
    { method: "GET", path: "/v1/agent/teams", summary: "List the workspace's teams", answer: pageOf(teamSchema) },
    async ({ ctx }) => ({ data: (await transact(ctx, (tx) => listTeamViews(tx))).map(presentTeam), nextCursor: null }),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/teams",
      summary: "Make a team",
      role: "admin",
      body: createTeamSchema,
      example: { clientId: "t-7d3f9a15", name: "Billing", memberIds: [] },
      answer: teamSchema,
      creates: true,
    },
    ({ ctx, body }) => createTeam(ctx, body),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/teams/:id",
      summary: "Rename a team or set its members",
      role: "admin",
      params: pathId,
      body: updateTeamSchema,
      example: { memberIds: [] },
      answer: teamSchema,
    },
    ({ ctx, params, body }) => updateTeam(ctx, params.id, body),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/teams/:id",
      summary: "Delete a team; who waits there goes to the general queue",
      role: "admin",
      params: pathId,
    },
    ({ ctx, params }) => deleteTeam(ctx, params.id),
  );
}
