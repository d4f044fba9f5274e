import { and, asc, eq, ne, notInArray } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { assignConversationTo, lockConversation } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { syncTicketAssignee } from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";
import { keepAnOwner } from "./keep-an-owner.ts";
import { mayManage } from "./policy.ts";
import { getAgent } from "./queries.ts";
import { holdAvailability, settleAvailability } from "./settle-availability.ts";
import { agents } from "./tables.ts";

/** Ends an agent's work in this workspace, at once: what they hold waits for others, and their sockets are cut. */
export function removeAgent(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    await holdAvailability(tx);
    const agent = await getAgent(tx, id);
    allow(mayManage(tx.actor, agent.role), "forbidden");
    await keepAnOwner(tx, agent);
    await tx.db.update(agents).set({ status: "offline" }).where(eq(agents.id, id));
    await settleAvailability(tx, [id]);
    await giveBack(tx, id);
    await tx.db.select({ id: agents.id }).from(agents).where(eq(agents.id, id)).for("update");
    // From here on nothing new can be given to them; what was given meanwhile is seen now.
    await giveBack(tx, id);
    await tx.db.delete(agents).where(eq(agents.id, id));
    await tx.record("agent.removed", {}, { agentId: id, name: agent.name, role: agent.role });
    tx.tell.team("agent.removed", { id });
    await tx.cut({ agentId: id });
  });
}

async function giveBack(tx: Tx, agentId: string): Promise<void> {
  const held = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.assigneeId, agentId), ne(conversations.handling, "closed")))
    .orderBy(asc(conversations.id));
  for (const { id } of held) {
    const conversation = await lockConversation(tx, id);
    if (conversation.assigneeId === agentId) await assignConversationTo(tx, conversation, null);
  }
  const unfinished = await tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.assigneeId, agentId), notInArray(tickets.status, ["closed", "cancelled"])))
    .orderBy(asc(tickets.id));
  for (const { id } of unfinished) await syncTicketAssignee(tx, id, null);
}
