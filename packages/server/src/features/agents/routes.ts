import { agentSchema, meSchema, pageOf, pathId, updateAgentSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getWorkspace, presentWorkspace } from "../workspaces/index.ts";
import { changeAgent } from "./change-agent.ts";
import { presentAgent } from "./present.ts";
import { getAgentView, listAllAgentViews } from "./queries.ts";

export function agentRoutes(api: Api): void {
  api.team({ method: "GET", path: "/v1/agent/me", summary: "Who am I", answer: meSchema }, ({ ctx }) =>
    transact(ctx, async (tx) => ({
      agent: tx.actor.kind === "agent" ? presentAgent(await getAgentView(tx, tx.actor.agentId)) : null,
      role: tx.actor.role,
      workspace: presentWorkspace(await getWorkspace(tx)),
    })),
  );
  api.team(
    { method: "GET", path: "/v1/agent/agents", summary: "List the workspace's agents", answer: pageOf(agentSchema) },
    async ({ ctx }) => ({ data: (await transact(ctx, listAllAgentViews)).map(presentAgent), nextCursor: null }),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/agents/:id",
      summary: "Change whether and how many chats an agent is given",
      // Their own status is also a viewer's to change.
      role: "viewer",
      params: pathId,
      body: updateAgentSchema,
      example: { status: "away" },
      answer: agentSchema,
    },
    async ({ ctx, params, body }) => presentAgent(await changeAgent(ctx, params.id, body)),
  );
}
