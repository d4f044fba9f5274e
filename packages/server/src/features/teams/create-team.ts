import type { CreateTeam, Team } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { presentTeam } from "./present.ts";
import { getTeamView } from "./queries.ts";
import { setMembers } from "./set-members.ts";
import { teams } from "./tables.ts";

/** Makes a team with a queue of its own. */
export function createTeam(ctx: Context, { clientId, name, memberIds = [] }: CreateTeam): Promise<Created<Team>> {
  return transact(ctx, async (tx) => {
    const [inserted] = await tx.db
      .insert(teams)
      .values({ workspaceId: tx.workspaceId, clientId, name, createdAt: tx.now, updatedAt: tx.now })
      .onConflictDoNothing()
      .returning();
    if (!inserted) {
      const [first] = await tx.db.select().from(teams).where(eq(teams.clientId, clientId));
      allow(first !== undefined, "name_taken");
      return { value: presentTeam(await getTeamView(tx, first.id)), repeated: true };
    }
    await setMembers(tx, inserted.id, memberIds);
    const team = presentTeam(await getTeamView(tx, inserted.id));
    await tx.record("team.created", {}, { teamId: team.id, name });
    tx.tell.team("team.updated", team);
    return { value: team, repeated: false };
  });
}
