import { eq } from "drizzle-orm";
import type { Deps } from "../../context.ts";
import { lookUp, transact } from "../../transact.ts";
import { deleteNode } from "./lease.ts";
import { settleConnections } from "./settle-connections.ts";
import { connections } from "./tables.ts";

/** A node has died: whoever was connected to it, and to no other, is gone. Several nodes may do this at once; each person is told of once. */
export async function sweepNode(deps: Deps, nodeId: string): Promise<void> {
  const ofNode = eq(connections.nodeId, nodeId);
  const found = await lookUp(deps, (db) =>
    db.selectDistinct({ workspaceId: connections.workspaceId }).from(connections).where(ofNode),
  );
  for (const { workspaceId } of found) {
    await transact({ workspaceId, actor: { kind: "system" }, deps }, (tx) =>
      settleConnections(tx, async () => ({
        arrived: [],
        left: await tx.db.delete(connections).where(ofNode).returning(),
        moved: [],
      })),
    );
  }
  await deleteNode(deps.database.db, nodeId);
}
