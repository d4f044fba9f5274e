import { updateWorkspaceSchema, workspaceSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { changeWorkspace } from "./change-workspace.ts";
import { presentWorkspace } from "./present.ts";

export function workspaceRoutes(api: Api): void {
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/workspace",
      summary: "Change how chats are given",
      role: "admin",
      body: updateWorkspaceSchema,
      example: { maxConcurrentChats: 4 },
      answer: workspaceSchema,
    },
    async ({ ctx, body }) => presentWorkspace(await changeWorkspace(ctx, body)),
  );
}
