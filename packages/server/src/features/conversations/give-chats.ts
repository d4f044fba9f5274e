import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { lockNextAgent } from "../agents/index.ts";
import { assignConversationTo } from "./assign-conversation.ts";
import { mayBeGiven } from "./policy.ts";
import { type ConversationRow, lockConversation, selectToGive } from "./queries.ts";

/** The longest waiting first, each to whoever of its team has most room, until nobody waits or nobody has room. */
export async function giveChats(ctx: Context): Promise<void> {
  while (await transact(ctx, giveOne));
}

/** Whether there may be another. */
async function giveOne(tx: Tx): Promise<boolean> {
  const [next] = await selectToGive(tx);
  if (!next) return false;
  const conversation = await lockIfThere(tx, next.id);
  // Taken while we waited for the lock: so much the better.
  if (!conversation || !mayBeGiven(conversation)) return true;
  const agent = await lockNextAgent(tx, conversation.teamId);
  if (agent) await assignConversationTo(tx, conversation, agent.id);
  return true;
}

const lockIfThere = (tx: Tx, id: string): Promise<ConversationRow | null> =>
  lockConversation(tx, id).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
