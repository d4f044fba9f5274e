import type { PresenceNow } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";

export type PresenceResource = ReturnType<typeof createPresence>;

export const createPresence = (request: Request) => ({
  /** Whether anybody of the team is there, what the office hours say, and who of the agents of the contact's open conversations. `presence` events tell of changes. */
  get: (options?: RequestOptions) => request<PresenceNow>({ method: "GET", path: ["presence"], ...options }),
});
