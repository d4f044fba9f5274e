import { and, asc, eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { lockConversation, moveConversation, tellConversation } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { findLockedTeam } from "./queries.ts";
import { teams } from "./tables.ts";

/** Who waits in its queue goes on waiting in everybody's, at the same place. */
export function deleteTeam(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    await emptyQueue(tx, id);
    const team = await findLockedTeam(tx, id, "update");
    if (!team) throw new AppError("not_found");
    // From here on nothing new comes in; what came in meanwhile is seen now.
    await emptyQueue(tx, id);
    await tx.db.delete(teams).where(eq(teams.id, id));
    await tx.record("team.deleted", {}, { teamId: id, name: team.name });
    tx.tell.team("team.deleted", { id });
  });
}

async function emptyQueue(tx: Tx, teamId: string): Promise<void> {
  const waiting = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.teamId, teamId), eq(conversations.handling, "queue")))
    .orderBy(asc(conversations.id));
  for (const { id } of waiting) {
    const conversation = await lockConversation(tx, id);
    if (conversation.teamId !== teamId || conversation.handling !== "queue") continue;
    await moveConversation(tx, conversation, {
      handling: "queue",
      assigneeId: null,
      teamId: null,
      activity: { name: "released", agentName: null },
      event: "conversation.released",
    });
    await tellConversation(tx, id);
  }
}
