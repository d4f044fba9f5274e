import type { Tx } from "../../transact.ts";
import { giveChatsJob } from "./jobs.ts";
import { selectToGive } from "./queries.ts";

/** More wait, or somebody has room: what waits is given, as far as there is to whom. */
export async function drainQueue(tx: Tx): Promise<void> {
  const [waiting] = await selectToGive(tx);
  if (waiting) await tx.enqueue(giveChatsJob, {});
}
