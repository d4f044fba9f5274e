import { agentSchema, apiKeySchema, meSchema, pageOf, pathId, updateAgentSchema } from "@deskbell/contract/schema";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { workspaces } from "../../db/tenant-table.ts";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { presentAgent, presentApiKey } from "./present.ts";
import { getAgent, listAgentRows, listApiKeyRows } from "./queries.ts";
import { removeAgent } from "./remove-agent.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { updateAgent } from "./update-agent.ts";

export function agentRoutes(api: Api): void {
  api.team({ method: "GET", path: "/v1/agent/me", summary: "Who am I", answer: meSchema }, ({ ctx }) =>
    transact(ctx, async (tx) => {
      const [workspace] = await tx.db.select().from(workspaces).where(eq(workspaces.id, tx.workspaceId));
      if (!workspace) throw new AppError("not_found");
      return {
        agent: tx.actor.kind === "agent" ? presentAgent(await getAgent(tx, tx.actor.agentId)) : null,
        role: tx.actor.role,
        workspace: { id: workspace.id, name: workspace.name, slug: workspace.slug },
      };
    }),
  );
  api.team(
    { method: "GET", path: "/v1/agent/agents", summary: "List the workspace's agents", answer: pageOf(agentSchema) },
    async ({ ctx }) => ({ data: (await transact(ctx, listAgentRows)).map(presentAgent), nextCursor: null }),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/agents/:id",
      summary: "Give an agent another role",
      role: "admin",
      params: pathId,
      body: updateAgentSchema,
      example: { role: "supervisor" },
      answer: agentSchema,
    },
    async ({ ctx, params, body }) => presentAgent(await updateAgent(ctx, params.id, body)),
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
