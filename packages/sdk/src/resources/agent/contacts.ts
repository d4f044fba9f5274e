import type { ContactPresence, Page, PageQuery, TeamContact, TrackedEvent, UpdateContact } from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type ContactsResource = ReturnType<typeof createContacts>;

export const createContacts = (request: Request) => ({
  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<TeamContact>({ method: "GET", path: ["agent", "contacts", id], ...options }),

  /** What the contact did on the website, the latest first. Throws `not_found`. */
  events: (id: string, query?: PageQuery, options?: RequestOptions) =>
    request<Page<TrackedEvent>>({ method: "GET", path: ["agent", "contacts", id, "events"], query, ...options }),

  /** Keys left out stay as they are. Throws `not_found`, `invalid_input`. */
  update: (id: string, body: UpdateContact, options?: RequestOptions) =>
    request<TeamContact>({ method: "PATCH", path: ["agent", "contacts", id], body, ...options }),

  /** Whether they are connected, and which page they look at. `presence` events tell of contacts with an open conversation. Throws `not_found`. */
  presence: (id: string, options?: RequestOptions) =>
    request<ContactPresence>({ method: "GET", path: ["agent", "contacts", id, "presence"], ...options }),

  /** Ends all sessions of the contact, in every browser. Throws `not_found`. */
  revokeSessions: (id: string, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["agent", "contacts", id, "sessions", "revoke"], ...options }),
});
