import type {
  AssignConversation,
  DeliveredConversations,
  Page,
  QueueCounts,
  ReadConversation,
  SendTeamTranscript,
  TeamConversation,
  TeamConversationsQuery,
  TeamEscalateConversation,
  TeamTicket,
  Transcript,
  TransferConversation,
  UpdateConversation,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
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

  /** Gives it to an agent, or with `null` back to its queue. Throws `conversation_closed`. */
  assign: (id: string, body: AssignConversation, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "assign"], body, ...options }),

  /** Gives it to another agent or to a team, with a note for them. Throws `conversation_closed`, `already_there`, `invalid_input`. */
  transfer: (id: string, input: WithoutClientId<TransferConversation>, options?: RequestOptions) => {
    const path = ["agent", "conversations", id, "transfer"];
    return request<TeamConversation>({ method: "POST", path, body: withClientId(input), ...options });
  },

  close: (id: string, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "close"], ...options }),

  /** Makes a ticket around the conversation. When it has one already, answers with that. */
  escalate: (id: string, body: TeamEscalateConversation = {}, options?: RequestOptions) =>
    request<TeamTicket>({ method: "POST", path: ["agent", "conversations", id, "escalate"], body, ...options }),

  /** Has it sent to its contact's address: it is on its way when this resolves. Throws `mail_off`, `email_unknown`, `rate_limited`. */
  sendTranscript: (id: string, input: SendTeamTranscript = {}, options?: RequestOptions) => {
    const path = ["agent", "conversations", id, "transcript"];
    return request<Transcript>({ method: "POST", path, body: withClientId(input), ...options });
  },

  /** The team has read up to `seq`. */
  read: (id: string, body: ReadConversation, options?: RequestOptions) =>
    request<TeamConversation>({ method: "POST", path: ["agent", "conversations", id, "read"], body, ...options }),

  /** Everything up to each `seq` has arrived here. A connected client says so by itself. */
  delivered: (body: DeliveredConversations, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["agent", "conversations", "delivered"], body, ...options }),

  /** How many there are in each view. */
  counts: (options?: RequestOptions) => request<QueueCounts>({ method: "GET", path: ["agent", "queue"], ...options }),
});
