import type { UpdateWorkspace, Workspace } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type WorkspaceResource = ReturnType<typeof createWorkspace>;

export const createWorkspace = (request: Request) => ({
  /** For admins: how chats are given. Keys left out stay as they are. Throws `forbidden`. */
  update: (body: UpdateWorkspace, options?: RequestOptions) =>
    request<Workspace>({ method: "PATCH", path: ["agent", "workspace"], body, ...options }),
});
