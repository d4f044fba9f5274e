import type { Agent, Page, UpdateAgent } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type AgentsResource = ReturnType<typeof createAgents>;

export const createAgents = (request: Request) => ({
  /** Everybody of the workspace. */
  list: (options?: RequestOptions) => request<Page<Agent>>({ method: "GET", path: ["agent", "agents"], ...options }),

  /**
   * One's own status (a supervisor changes anybody's), or for admins how many chats an agent is given and their role, which counts at once. Keys left out stay as
   * they are. Throws `not_found`, `forbidden`, `last_owner`.
   */
  update: (id: string, body: UpdateAgent, options?: RequestOptions) =>
    request<Agent>({ method: "PATCH", path: ["agent", "agents", id], body, ...options }),

  /** Ends their work in this workspace at once; what they hold goes back to the queue. For admins and owners. Throws `forbidden`, `last_owner`. */
  remove: (id: string, options?: RequestOptions) =>
    request<void>({ method: "DELETE", path: ["agent", "agents", id], ...options }),
});
