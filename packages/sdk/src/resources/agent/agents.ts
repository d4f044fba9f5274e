import type { Agent, Page } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type AgentsResource = ReturnType<typeof createAgents>;

export const createAgents = (request: Request) => ({
  /** Everybody of the workspace. */
  list: (options?: RequestOptions) => request<Page<Agent>>({ method: "GET", path: ["agent", "agents"], ...options }),
});
