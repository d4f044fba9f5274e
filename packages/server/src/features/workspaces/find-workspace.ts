import { eq } from "drizzle-orm";
import type { Context, Deps } from "../../context.ts";
import { workspaces } from "../../db/tenant-table.ts";
import { lookUp } from "../../transact.ts";
import type { WorkspaceRow } from "./queries.ts";

/** By its slug, and the context to act in it as the system. */
export async function findWorkspace(deps: Deps, slug: string): Promise<(Context & { workspace: WorkspaceRow }) | null> {
  const [workspace] = await lookUp(deps, (db) => db.select().from(workspaces).where(eq(workspaces.slug, slug)));
  return workspace ? { workspaceId: workspace.id, actor: { kind: "system" }, deps, workspace } : null;
}
