import { and, asc, desc, eq, exists, gt, inArray, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import { workspaces } from "../../db/tenant-table.ts";
import type { Tx } from "../../transact.ts";
import { conversations } from "../conversations/tables.ts";
import { connections } from "../presence/tables.ts";
import { teamMembers } from "../teams/tables.ts";
import type { AgentRow } from "./present.ts";
import { agents, apiKeys } from "./tables.ts";

export async function findAgent(tx: Tx, id: string): Promise<AgentRow | null> {
  const [row] = await tx.db.select().from(agents).where(eq(agents.id, id));
  return row ?? null;
}

export async function getAgent(tx: Tx, id: string): Promise<AgentRow> {
  const row = await findAgent(tx, id);
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
      limit,
    })
    .from(agents)
    .innerJoin(workspaces, eq(workspaces.id, agents.workspaceId));

const limit = sql<number>`coalesce(${agents.maxConcurrentChats}, ${workspaces.maxConcurrentChats})`;

const openChats = (db: Db) =>
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

/** An agent (joined with their workspace) who is there and may be given another chat. */
export const hasRoom = (db: Db): SQL | undefined => and(isNull(agents.unavailableSince), gt(room(db), 0));

/** An agent who takes what waits for this team; what waits for no team is anybody's. */
export const mayAnswerFor = (db: Db, teamId: SQLWrapper | string | null): SQL | undefined =>
  or(
    sql`${teamId}::uuid is null`,
    exists(
      db
        .select({ id: teamMembers.id })
        .from(teamMembers)
        .where(and(eq(teamMembers.agentId, agents.id), sql`${teamMembers.teamId} = ${teamId}::uuid`)),
    ),
  );

/** Who is next: the one with most room, among equals the one who was given a chat longest ago. Locked until the commit. */
export async function lockNextAgent({ db, now }: Tx, teamId: string | null): Promise<AgentRow | null> {
  const whoMay = (also?: SQL) =>
    db
      .select({ agent: agents })
      .from(agents)
      .innerJoin(workspaces, eq(workspaces.id, agents.workspaceId))
      .where(and(hasRoom(db), mayAnswerFor(db, teamId), also))
      .orderBy(desc(room(db)), sql`${agents.lastGivenAt} nulls first`, asc(agents.id))
      .limit(1);
  for (;;) {
    const [next] = await whoMay();
    if (!next) return null;
    const isNext = eq(agents.id, next.agent.id);
    await db.select({ id: agents.id }).from(agents).where(isNext).for("no key update");
    // Another node may have given them something, or they may have gone, before the lock was ours.
    const [still] = await whoMay(isNext);
    if (!still) continue;
    await db.update(agents).set({ lastGivenAt: now }).where(isNext);
    return still.agent;
  }
}

const room = (db: Db): SQL<number> => sql`${limit} - ${openChats(db)}`;

/** All API keys of the workspace, the latest first. */
export const listApiKeyRows = (tx: Tx): Promise<(typeof apiKeys.$inferSelect)[]> =>
  tx.db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)).limit(1000);
