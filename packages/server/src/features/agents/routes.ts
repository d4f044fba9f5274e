import { agentSchema, meSchema, pageOf } from "@deskbell/contract/schema";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { workspaces } from "../../db/tenant-table.ts";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { presentAgent } from "./present.ts";
import { getAgent, listAgentRows } from "./queries.ts";

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
}
