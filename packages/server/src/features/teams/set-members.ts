import { and, eq, inArray, notInArray } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { agents } from "../agents/tables.ts";
import { drainQueue } from "../conversations/index.ts";
import { teamMembers } from "./tables.ts";

/** Exactly these are its members from now on. */
export async function setMembers(tx: Tx, teamId: string, memberIds: string[]): Promise<void> {
  const wanted = [...new Set(memberIds)];
  // A foreign key alone would take another workspace's agent.
  const known = await tx.db.select({ id: agents.id }).from(agents).where(inArray(agents.id, wanted));
  if (known.length < wanted.length) throw new AppError("invalid_input", { memberIds: "Has somebody unknown." });
  await tx.db.delete(teamMembers).where(and(eq(teamMembers.teamId, teamId), notInArray(teamMembers.agentId, wanted)));
  if (wanted.length === 0) return;
  await tx.db
    .insert(teamMembers)
    .values(wanted.map((agentId) => ({ workspaceId: tx.workspaceId, teamId, agentId })))
    .onConflictDoNothing();
  await drainQueue(tx);
}
