import type { Workspace } from "@deskbell/contract";
import type { WorkspaceRow } from "./queries.ts";

export const presentWorkspace = (row: WorkspaceRow): Workspace => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  maxConcurrentChats: row.maxConcurrentChats,
  returnAfterSeconds: row.returnAfterSeconds,
});
