import type { UpdateWorkspace } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { workspaces } from "../../db/tenant-table.ts";
import { transact } from "../../transact.ts";
import { tellAllAgents } from "../agents/index.ts";
import { drainQueue } from "../conversations/index.ts";
import { getWorkspace, type WorkspaceRow } from "./queries.ts";

/** How chats are given in this workspace. */
export function changeWorkspace(ctx: Context, change: UpdateWorkspace): Promise<WorkspaceRow> {
  return transact(ctx, async (tx) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length > 0) {
      await tx.db.update(workspaces).set(given).where(eq(workspaces.id, tx.workspaceId));
      await tx.record("workspace.updated", {}, given);
      await tellAllAgents(tx);
      await drainQueue(tx);
    }
    return getWorkspace(tx);
  });
}
