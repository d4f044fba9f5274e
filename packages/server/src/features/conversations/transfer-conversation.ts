import type { TransferConversation } from "@deskbell/contract";
import { AppError, allow } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { findAgent } from "../agents/index.ts";
import { addNote, findMessageByClientId } from "../messages/index.ts";
import { findLockedTeam } from "../teams/index.ts";
import { syncTicketAssignee } from "../tickets/index.ts";
import { type Move, moveConversation } from "./move-conversation.ts";
import { mayTransfer } from "./policy.ts";
import { type ConversationRow, type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Gives a conversation to another agent, or into a team's queue, with a note for them. Its ticket goes with it. */
export function transferConversation(
  ctx: Context<TeamActor>,
  id: string,
  { clientId, note, ...to }: TransferConversation,
): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, id);
    const first = await findMessageByClientId(tx, id, clientId);
    if (first) {
      // No other line of the system has a clientId.
      allow(first.authorKind === "system", "client_id_reused");
      return getConversationView(tx, id);
    }
    allow(mayTransfer(conversation), "conversation_closed");
    const target = to.agentId ? await toAgent(tx, conversation, to.agentId) : await toTeam(tx, conversation, to.teamId);
    await moveConversation(tx, conversation, { ...target, clientId, event: "conversation.transferred" });
    if (note) allow(!(await addNote(tx, id, { clientId, body: note })).repeated, "client_id_reused");
    if (conversation.ticketId) await syncTicketAssignee(tx, conversation.ticketId, target.assigneeId);
    return tellConversation(tx, id);
  });
}

type Target = Pick<Move, "handling" | "assigneeId" | "teamId" | "activity">;

async function toAgent(tx: Tx, { handling, assigneeId }: ConversationRow, agentId: string): Promise<Target> {
  const refuse = (why: string) => new AppError("invalid_input", { agentId: why });
  const agent = await findAgent(tx, agentId);
  if (!agent) throw refuse("No agent of this workspace.");
  if (agent.role === "viewer") throw refuse("A viewer cannot answer.");
  allow(handling !== "agent" || assigneeId !== agentId, "already_there");
  if (tx.actor.kind === "agent" && tx.actor.agentId === agentId) throw refuse("This is you: claim the conversation.");
  return { handling: "agent", assigneeId: agentId, activity: { name: "transferred_to_agent", agentName: agent.name } };
}

async function toTeam(tx: Tx, conversation: ConversationRow, teamId: string | null = null): Promise<Target> {
  const team = teamId && (await findLockedTeam(tx, teamId, "share"));
  if (teamId && !team) throw new AppError("invalid_input", { teamId: "No team of this workspace." });
  allow(conversation.handling !== "queue" || conversation.teamId !== teamId, "already_there");
  return {
    handling: "queue",
    assigneeId: null,
    teamId,
    activity: team
      ? { name: "transferred_to_team", teamName: team.name }
      : { name: "released", agentName: "name" in tx.actor ? tx.actor.name : null },
  };
}
