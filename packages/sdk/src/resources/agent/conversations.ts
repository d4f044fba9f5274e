import type {
  AssignConversation,
  Page,
  QueueCounts,
  ReadConversation,
  TeamConversation,
  TeamConversationsQuery,
  TeamEscalateConversation,
  TeamTicket,
  UpdateConversation,
} from "@deskbell/contract";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamConversationsResource = ReturnType<typeof createTeamConversations>;

export const createTeamConversations = (request: Request) => ({
  list: (query?: TeamConversationsQuery, options?: RequestOptions) =>
    request<Page<TeamConversation>>({ method: "GET", path: ["agent", "conversations"], query, ...options }),

  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<TeamConversation>({ method: "GET", path: ["agent", "conversations", id], ...options }),

  /** Labels it and sets its attributes; what is left out stays. Throws `not_found`, `invalid_input`. */
  update: (id: string, body: UpdateConversation, options?: RequestOptions) =>
    request<TeamConversation>({ method: "PATCH", path: ["agent", "conversations", id], body, ...options }),

  /** Takes it from the queue. Throws `already_claimed`, `conversation_closed`. */
  claim: (id: string, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "claim"], ...options }),

  /** Gives it to an agent, or with `null` back to the queue. Throws `conversation_closed`. */
  assign: (id: string, body: AssignConversation, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "assign"], body, ...options }),

  close: (id: string, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "close"], ...options }),

  /** Makes a ticket around the conversation. When it has one already, answers with that. */
  escalate: (id: string, body: TeamEscalateConversation = {}, options?: RequestOptions) =>
    request<TeamTicket>({ method: "POST", path: ["agent", "conversations", id, "escalate"], body, ...options }),

  /** The team has read up to `seq`. */
  read: (id: string, body: ReadConversation, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "read"], body, ...options }),

  /** How many there are in each view. */
  counts: (options?: RequestOptions) => request<QueueCounts>({ method: "GET", path: ["agent", "queue"], ...options }),
});
