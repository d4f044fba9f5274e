import type { Context, Deps } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { countQueue } from "./queries.ts";

/**
 * After anything that changes who waits: tells the team the new counts. They are taken after the commit, because of two
 * changes at the same time neither sees the other; a burst of changes is counted once more at its end.
 */
export function tellQueue(tx: Tx): void {
  const { deps, workspaceId } = tx;
  tx.afterCommit(() => {
    const counting = countingOf(deps);
    if (counting.has(workspaceId)) return void counting.set(workspaceId, true);
    counting.set(workspaceId, false);
    void countUntilQuiet({ deps, workspaceId, actor: { kind: "system" } }, counting);
  });
}

/** Of each process, the workspaces that are being counted, and whether something has changed meanwhile. */
type Counting = Map<string, boolean>;
const countings = new WeakMap<Deps, Counting>();

function countingOf(deps: Deps): Counting {
  const counting = countings.get(deps) ?? new Map<string, boolean>();
  countings.set(deps, counting);
  return counting;
}

async function countUntilQuiet(ctx: Context, counting: Counting): Promise<void> {
  const { deps, workspaceId } = ctx;
  try {
    do {
      counting.set(workspaceId, false);
      await transact(ctx, async (tx) => {
        const { mine: _, ...counts } = await countQueue(tx);
        tx.tell.team("queue.updated", counts);
      });
    } while (counting.get(workspaceId));
  } catch (error) {
    deps.log.warn({ err: error }, "the queue could not be counted");
    // Then the team has to look.
    deps.telling.doubt({ workspaceId, team: true, contactIds: new Set() });
  } finally {
    counting.delete(workspaceId);
  }
}
