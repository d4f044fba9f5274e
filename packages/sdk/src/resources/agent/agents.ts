import type { Agent, Page, UpdateAgent } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type AgentsResource = ReturnType<typeof createAgents>;

export const createAgents = (request: Request) => ({
  /** Everybody of the workspace. */
  list: (options?: RequestOptions) => request<Page<Agent>>({ method: "GET", path: ["agent", "agents"], ...options }),

  /**
   * One's own status (a supervisor changes anybody's), or how many chats an agent is given (for admins). Keys left out stay as they are.
   * Throws `not_found`, `forbidden`.
   */
  update: (id: string, body: UpdateAgent, options?: RequestOptions) =>
    request<Agent>({ method: "PATCH", path: ["agent", "agents", id], body, ...options }),
});
