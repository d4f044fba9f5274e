import type { CreateTeam, Page, Team, UpdateTeam } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamsResource = ReturnType<typeof createTeams>;

/** Agents who share a queue. Changing them is for admins and owners; others are `forbidden`. */
export const createTeams = (request: Request) => ({
  /** All of them, by name. */
  list: (options?: RequestOptions) => request<Page<Team>>({ method: "GET", path: ["agent", "teams"], ...options }),

  /** Throws `name_taken`, `invalid_input`. */
  create: (input: WithoutClientId<CreateTeam>, options?: RequestOptions) =>
    request<Team>({ method: "POST", path: ["agent", "teams"], body: withClientId(input), ...options }),

  /** Renames it, sets its members, or both. Throws `not_found`, `name_taken`, `invalid_input`. */
  update: (id: string, body: UpdateTeam, options?: RequestOptions) =>
    request<Team>({ method: "PATCH", path: ["agent", "teams", id], body, ...options }),

  /** What waits in its queue goes to everybody's, at the same place. Throws `not_found`. */
  delete: (id: string, options?: RequestOptions) =>
    request<void>({ method: "DELETE", path: ["agent", "teams", id], ...options }),
});
