import { agentSchema, apiKeySchema, meSchema, pageOf, pathId, updateAgentSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getWorkspace, presentWorkspace } from "../workspaces/index.ts";
import { changeAgent } from "./change-agent.ts";
import { presentAgent, presentApiKey } from "./present.ts";
import { getAgentView, listAllAgentViews, listApiKeyRows } from "./queries.ts";
import { removeAgent } from "./remove-agent.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

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
      summary: "Change whether and how many chats an agent is given, or their role",
      // Their own status is also a viewer's to change.
      role: "viewer",
      params: pathId,
      body: updateAgentSchema,
      example: { status: "away" },
      answer: agentSchema,
    },
    async ({ ctx, params, body }) => presentAgent(await changeAgent(ctx, params.id, body)),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/agents/:id",
      summary: "Remove an agent; what they hold goes back to the queue",
      role: "admin",
      params: pathId,
    },
    ({ ctx, params }) => removeAgent(ctx, params.id),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/api-keys",
      summary: "List the workspace's API keys, without their secrets",
      role: "admin",
      answer: pageOf(apiKeySchema),
    },
    async ({ ctx }) => ({ data: (await transact(ctx, listApiKeyRows)).map(presentApiKey), nextCursor: null }),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/api-keys/:id",
      summary: "Revoke an API key",
      role: "admin",
      params: pathId,
    },
    ({ ctx, params }) => revokeApiKey(ctx, params.id),
  );
}
