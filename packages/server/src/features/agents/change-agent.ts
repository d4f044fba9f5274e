import type { UpdateAgent } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { drainQueue } from "../conversations/index.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { mayChangeCapacity, mayChangeStatus, mayManage } from "./policy.ts";
import { type AgentView, getAgentView } from "./queries.ts";
import { holdAvailability, settleAvailability } from "./settle-availability.ts";
import { agents } from "./tables.ts";

/** Whether and how many chats an agent is given, and what they may do: with another role, their sockets come back with its rights. */
export function changeAgent(
  ctx: Context,
  id: string,
  { status, maxConcurrentChats, role }: UpdateAgent,
): Promise<AgentView> {
  return transact(ctx, async (tx) => {
    await holdAvailability(tx);
    const { agent: before } = await getAgentView(tx, id);
    if (status !== undefined) allow(mayChangeStatus(tx.actor, id), "forbidden");
    if (maxConcurrentChats !== undefined) allow(mayChangeCapacity(tx.actor), "forbidden");
    if (role !== undefined) allow(mayManage(tx.actor, before.role, role), "forbidden");
    const after = {
      status: status ?? before.status,
      maxConcurrentChats: maxConcurrentChats === undefined ? before.maxConcurrentChats : maxConcurrentChats,
      role: role ?? before.role,
    };
    const keys = ["status", "maxConcurrentChats", "role"] as const;
    if (keys.every((key) => after[key] === before[key])) return getAgentView(tx, id);
    if (after.role !== before.role) {
      await keepAnOwner(tx, before);
      await tx.cut({ agentId: id });
    }
    await tx.db.update(agents).set(after).where(eq(agents.id, id));
    await tx.record("agent.updated", {}, { agentId: id, ...after });
    await settleAvailability(tx, [id]);
    await drainQueue(tx);
    return getAgentView(tx, id);
  });
}
