import type {
  AssignTicket,
  Message,
  Page,
  PageQuery,
  SendMessage,
  TeamCreateTicket,
  TeamTicket,
  TeamTicketsQuery,
  TimelineEntry,
  UpdateTicket,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamTicketsResource = ReturnType<typeof createTeamTickets>;

export const createTeamTickets = (request: Request) => ({
  list: (query?: TeamTicketsQuery, options?: RequestOptions) =>
    request<Page<TeamTicket>>({ method: "GET", path: ["agent", "tickets"], query, ...options }),

  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<TeamTicket>({ method: "GET", path: ["agent", "tickets", id], ...options }),

  /** On behalf of a contact, in the API channel, whose ticket form `customFields` answers. Throws `not_found`, `invalid_input`. */
  create: (input: WithoutClientId<TeamCreateTicket>, options?: RequestOptions) =>
    request<TeamTicket>({ method: "POST", path: ["agent", "tickets"], body: withClientId(input), ...options }),

  /** Keys left out stay as they are. Throws `version_conflict`, `illegal_transition`, and `invalid_input` for an answer that does not fit the ticket form. */
  update: (id: string, body: UpdateTicket, options?: RequestOptions) =>
    request<TeamTicket>({ method: "PATCH", path: ["agent", "tickets", id], body, ...options }),

  /** Gives it to an agent, or with `null` to nobody. */
  assign: (id: string, body: AssignTicket, options?: RequestOptions) =>
    request<TeamTicket>({ method: "POST", path: ["agent", "tickets", id, "assign"], body, ...options }),

  /** A message to the ticket's conversation. */
  reply: (id: string, input: WithoutClientId<SendMessage>, options?: RequestOptions) => {
    const path = ["agent", "tickets", id, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },

  /** What happened to it. */
  timeline: (id: string, query?: PageQuery, options?: RequestOptions) =>
    request<Page<TimelineEntry>>({ method: "GET", path: ["agent", "tickets", id, "timeline"], query, ...options }),
});
