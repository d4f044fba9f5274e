import type { UpdateAgent } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { mayManage } from "./policy.ts";
import type { AgentRow } from "./present.ts";
import { getAgent } from "./queries.ts";
import { agents } from "./tables.ts";

/** Gives an agent another role. Their sockets are cut and come back with the new rights. */
export function updateAgent(ctx: Context, id: string, { role }: UpdateAgent): Promise<AgentRow> {
  return transact(ctx, async (tx) => {
    const agent = await getAgent(tx, id);
    allow(mayManage(tx.actor, agent.role, role), "forbidden");
    if (agent.role === role) return agent;
    await keepAnOwner(tx, agent);
    const [row] = await tx.db.update(agents).set({ role }).where(eq(agents.id, id)).returning();
    if (!row) throw new AppError("not_found");
    await tx.record("agent.updated", {}, { agentId: id, changes: { role: { from: agent.role, to: role } } });
    await tx.cut({ agentId: id });
    return row;
  });
}
