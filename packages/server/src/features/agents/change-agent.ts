import type { UpdateAgent } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { drainQueue } from "../conversations/index.ts";
import { mayChangeCapacity, mayChangeStatus } from "./policy.ts";
import { type AgentView, getAgentView } from "./queries.ts";
import { holdAvailability, settleAvailability } from "./settle-availability.ts";
import { agents } from "./tables.ts";

/** Whether and how many chats an agent is given. */
export function changeAgent(ctx: Context, id: string, { status, maxConcurrentChats }: UpdateAgent): Promise<AgentView> {
  return transact(ctx, async (tx) => {
    await holdAvailability(tx);
    const { agent: before } = await getAgentView(tx, id);
    if (status !== undefined) allow(mayChangeStatus(tx.actor, id), "forbidden");
    if (maxConcurrentChats !== undefined) allow(mayChangeCapacity(tx.actor), "forbidden");
    const after = { status: status ?? before.status, maxConcurrentChats: maxConcurrentChats ?? null };
    if (maxConcurrentChats === undefined) after.maxConcurrentChats = before.maxConcurrentChats;
    if (after.status === before.status && after.maxConcurrentChats === before.maxConcurrentChats)
      return getAgentView(tx, id);
    await tx.db.update(agents).set(after).where(eq(agents.id, id));
    await tx.record("agent.updated", {}, { agentId: id, ...after });
    await settleAvailability(tx, [id]);
    await drainQueue(tx);
    return getAgentView(tx, id);
  });
}
