import { and, eq } from "drizzle-orm";
import { workspaces } from "../../db/tenant-table.ts";
import type { Tx } from "../../transact.ts";
import { drainQueue, returnLater } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import type { AgentView } from "./queries.ts";
import { isAnybodyAvailable } from "./queries.ts";
import { agents } from "./tables.ts";
import { tellAgents } from "./tell-agents.ts";

/** Nobody else becomes available or unavailable in this workspace until the commit: first of all locks. */
export async function holdAvailability(tx: Tx): Promise<void> {
  await tx.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, tx.workspaceId))
    .for("no key update");
}

/**
 * These agents came, went or changed their status: who is available is written down, and what follows from it happens.
 * The caller holds availability.
 */
export async function settleAvailability(tx: Tx, ids: string[]): Promise<void> {
  const wasAnybody = await isAnybodyAvailable(tx);
  const views = await tellAgents(tx, ids);
  const changed = views.filter((view) => mayBeGiven(view) !== (view.agent.unavailableSince === null));
  for (const view of changed) {
    const unavailableSince = mayBeGiven(view) ? null : tx.now;
    await tx.db.update(agents).set({ unavailableSince }).where(eq(agents.id, view.agent.id));
    if (unavailableSince && view.openChats > 0) await returnLater(tx, { ...view.agent, unavailableSince });
  }
  const isAnybody = await isAnybodyAvailable(tx);
  if (isAnybody !== wasAnybody) tx.tell.contacts("presence", { available: isAnybody, agents: [] });
  for (const view of changed) await tellTheirContacts(tx, view, isAnybody);
  for (const { agent, isOnline } of views) {
    // The word of who died with their node would never come.
    if (!isOnline)
      tx.tell.team("viewing", { agentId: agent.id, agentName: agent.name, conversationId: null, arrives: false });
  }
  if (changed.some(mayBeGiven)) await drainQueue(tx);
}

const mayBeGiven = ({ agent, isOnline }: AgentView): boolean =>
  agent.status === "online" && isOnline && agent.role !== "viewer";

async function tellTheirContacts(tx: Tx, view: AgentView, available: boolean): Promise<void> {
  const { id } = view.agent;
  const theirs = await tx.db
    .selectDistinct({ contactId: conversations.contactId })
    .from(conversations)
    .where(and(eq(conversations.assigneeId, id), eq(conversations.handling, "agent")))
    .limit(500);
  for (const { contactId } of theirs) {
    tx.tell.contact(contactId, "presence", { available, agents: [{ id, available: mayBeGiven(view) }] });
  }
}
