import { and, asc, eq, exists, inArray, isNull, ne, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { workspaces } from "../../db/tenant-table.ts";
import type { Tx } from "../../transact.ts";
import { conversations } from "../conversations/tables.ts";
import { connections } from "../presence/tables.ts";
import type { AgentRow } from "./present.ts";
import { agents } from "./tables.ts";

export async function getAgent(tx: Tx, id: string): Promise<AgentRow> {
  const [row] = await tx.db.select().from(agents).where(eq(agents.id, id));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Everything that an agent is presented from, in one query. */
const selectViews = ({ db }: Tx) =>
  db
    .select({
      agent: agents,
      isOnline: exists(
        db.select({ id: connections.id }).from(connections).where(eq(connections.personId, agents.id)),
      ).mapWith(Boolean),
      openChats: openChats(db),
      limit: sql<number>`coalesce(${agents.maxConcurrentChats}, ${workspaces.maxConcurrentChats})`,
    })
    .from(agents)
    .innerJoin(workspaces, eq(workspaces.id, agents.workspaceId));

const openChats = (db: Tx["db"]) =>
  sql<number>`(${db
    .select({ count: sql`count(*)::int` })
    .from(conversations)
    .where(and(eq(conversations.assigneeId, agents.id), eq(conversations.handling, "agent")))})`;

export type AgentView = Awaited<ReturnType<typeof selectViews>>[number];

export const listAgentViews = (tx: Tx, ids: string[]): Promise<AgentView[]> =>
  selectViews(tx).where(inArray(agents.id, ids)).orderBy(asc(agents.id));

export async function getAgentView(tx: Tx, id: string): Promise<AgentView> {
  const [view] = await listAgentViews(tx, [id]);
  if (!view) throw new AppError("not_found");
  return view;
}

/** All agents of the workspace, by name. */
export const listAllAgentViews = (tx: Tx): Promise<AgentView[]> =>
  selectViews(tx).orderBy(asc(agents.name), asc(agents.id)).limit(1000);

/** Whether anybody is there to answer. */
export async function isAnybodyAvailable(tx: Tx): Promise<boolean> {
  const [row] = await tx.db.select({ id: agents.id }).from(agents).where(isNull(agents.unavailableSince)).limit(1);
  return row !== undefined;
}

/** The agent, if they have been gone since this very instant. They do not come back until the commit. */
export async function findAbsent(tx: Tx, id: string, unavailableSince: Date): Promise<AgentRow | null> {
  const [row] = await tx.db
    .select()
    .from(agents)
    .where(and(eq(agents.id, id), eq(agents.unavailableSince, unavailableSince)))
    .for("share");
  return row ?? null;
}

/** Who is next: the one with most room, among equals the one who was given a chat longest ago. Locked until the commit. */
export async function lockNextAgent(tx: Tx): Promise<AgentRow | null> {
  for (;;) {
    const open = openChats(tx.db);
    const room = sql`coalesce(${agents.maxConcurrentChats}, ${workspaces.maxConcurrentChats}) - ${open}`;
    const hasRoom = and(isNull(agents.unavailableSince), ne(agents.role, "viewer"), sql`${room} > 0`);
    const withLimits = () =>
      tx.db.select({ agent: agents }).from(agents).innerJoin(workspaces, eq(workspaces.id, agents.workspaceId));
    const [next] = await withLimits()
      .where(hasRoom)
      .orderBy(sql`${room} desc`, sql`${agents.lastGivenAt} nulls first`, asc(agents.id))
      .limit(1);
    if (!next) return null;
    await tx.db.select({ id: agents.id }).from(agents).where(eq(agents.id, next.agent.id)).for("no key update");
    // Another node may have given them something, or they may have gone, before the lock was ours.
    const [still] = await withLimits().where(and(eq(agents.id, next.agent.id), hasRoom));
    if (!still) continue;
    await tx.db.update(agents).set({ lastGivenAt: tx.now }).where(eq(agents.id, next.agent.id));
    return still.agent;
  }
}
