import type { Tx } from "../../transact.ts";
import { getWorkspace } from "../workspaces/index.ts";
import { returnChatsJob } from "./jobs.ts";

/** The agent is not there: unless they are in time, their chats that wait for an answer go back to the queue. */
export async function returnLater(tx: Tx, agent: { id: string; unavailableSince: Date | null }): Promise<void> {
  if (!agent.unavailableSince) return;
  const { returnAfterSeconds } = await getWorkspace(tx);
  const unavailableSince = agent.unavailableSince.toISOString();
  await tx.enqueue(returnChatsJob, { agentId: agent.id, unavailableSince }, returnAfterSeconds);
}
