import { join } from "node:path";
import type { Context, Deps } from "../../context.ts";
import { workspaces } from "../../db/tenant-table.ts";
import { sweepReceived } from "../../files/receive-file.ts";
import { lookUp, transact } from "../../transact.ts";
import { listLeftOver } from "./queries.ts";
import { removeFile } from "./remove-file.ts";

const hour = 3_600_000;

/** Removes what no message has: uploads that broke off, files that were never sent, files whose message is gone. */
export async function sweepFiles(deps: Deps): Promise<void> {
  const now = deps.now().getTime();
  const before = { storing: new Date(now - hour), unattached: new Date(now - 24 * hour) };
  await sweepReceived(join(deps.config.dataDir, "uploads"), before.storing);
  const all = await lookUp(deps, (db) => db.select({ id: workspaces.id }).from(workspaces));
  for (const { id } of all) {
    const ctx: Context = { workspaceId: id, actor: { kind: "system" }, deps };
    for (const row of await transact(ctx, (tx) => listLeftOver(tx, before))) {
      // One that cannot be removed now must not keep the others.
      await removeFile(ctx, row).catch((error: unknown) => deps.log.warn({ err: error }, "a file was left over"));
    }
  }
}
