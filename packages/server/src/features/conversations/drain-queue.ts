import type { Tx } from "../../transact.ts";
import { isAnybodyAvailable } from "../agents/index.ts";
import { giveChatsJob } from "./jobs.ts";
import { selectToGive } from "./queries.ts";

/** Somebody waits more, or somebody has room: what waits is given, as far as there is who. */
export async function drainQueue(tx: Tx): Promise<void> {
  const [waiting] = await selectToGive(tx);
  if (waiting && (await isAnybodyAvailable(tx))) await tx.enqueue(giveChatsJob, {});
}
