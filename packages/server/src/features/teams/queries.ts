import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import type { AgentRow } from "../agents/index.ts";
import { agents } from "../agents/tables.ts";
import { teamMembers, teams } from "./tables.ts";

export type TeamRow = typeof teams.$inferSelect;
export interface TeamView {
  team: TeamRow;
  members: AgentRow[];
}

/** By name, with their members by name. */
export async function listTeamViews(tx: Tx, where?: SQL): Promise<TeamView[]> {
  const rows = await tx.db
    .select()
    .from(teams)
    .where(where)
    .orderBy(asc(sql`lower(${teams.name})`))
    .limit(1000);
  const ids = rows.map(({ id }) => id);
  const members = await tx.db
    .select({ teamId: teamMembers.teamId, agent: agents })
    .from(teamMembers)
    .innerJoin(agents, eq(agents.id, teamMembers.agentId))
    .where(inArray(teamMembers.teamId, ids))
    .orderBy(asc(agents.name), asc(agents.id));
  return rows.map((team) => ({
    team,
    members: members.flatMap(({ teamId, agent }) => (teamId === team.id ? [agent] : [])),
  }));
}

export async function getTeamView(tx: Tx, id: string): Promise<TeamView> {
  const [view] = await listTeamViews(tx, eq(teams.id, id));
  if (!view) throw new AppError("not_found");
  return view;
}

/** It is there until the commit. `update`: and nobody else changes it or moves anything into its queue. */
export async function findLockedTeam(tx: Tx, id: string, lock: "share" | "update"): Promise<TeamRow | null> {
  const [row] = await tx.db.select().from(teams).where(eq(teams.id, id)).for(lock);
  return row ?? null;
}
