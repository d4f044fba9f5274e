import type { Team, UpdateTeam } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { after, transact } from "../../transact.ts";
import { presentTeam } from "./present.ts";
import { findLockedTeam, getTeamView } from "./queries.ts";
import { setMembers } from "./set-members.ts";
import { teams } from "./tables.ts";

/** Renames a team, sets its members, or both. */
export function updateTeam(ctx: Context, id: string, { name, memberIds }: UpdateTeam): Promise<Team> {
  return transact(ctx, async (tx) => {
    const row = await findLockedTeam(tx, id, "update");
    if (!row) throw new AppError("not_found");
    after(tx, row.updatedAt);
    await tx.db
      .update(teams)
      .set({ ...(name && { name }), updatedAt: tx.now })
      .where(eq(teams.id, id));
    if (memberIds) await setMembers(tx, id, memberIds);
    const team = presentTeam(await getTeamView(tx, id));
    await tx.record("team.updated", {}, { teamId: id, name, memberIds });
    tx.tell.team("team.updated", team);
    return team;
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? new AppError("name_taken") : error;
  });
}

/** The name is the one thing here that the database wants unique, also of two who take it at once. */
function isDuplicate(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause && cause.code === "23505";
}
