import type { CheckSession, Session, SessionCheck, StartSession } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";

export type SessionsResource = ReturnType<typeof createSessions>;

export const createSessions = (request: Request) => ({
  /** Starts or resumes a session. Throws `channel_not_found`, `domain_not_allowed`. `deskbell.start()` also keeps its token. */
  start: (body: StartSession, options?: RequestOptions) =>
    request<Session>({ method: "POST", path: ["sessions"], body, ...options }),

  /** What `start` would be refused for, all of it; starts nothing. Throws `channel_not_found`. */
  check: (body: CheckSession, options?: RequestOptions) =>
    request<SessionCheck>({ method: "POST", path: ["sessions", "check"], body, ...options }),

  /** Ends the session that asks. `deskbell.logout()` also forgets what is kept here. */
  end: (options?: RequestOptions) => request<void>({ method: "DELETE", path: ["sessions"], ...options }),
});
