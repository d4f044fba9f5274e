import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import { workspaces } from "../../db/tenant-table.ts";
import type { Tx } from "../../transact.ts";

export type WorkspaceRow = typeof workspaces.$inferSelect;

/** The one in which this happens. */
export async function getWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const [row] = await tx.db.select().from(workspaces).where(eq(workspaces.id, tx.workspaceId));
  if (!row) throw new AppError("not_found");
  return row;
}
