import type {
  Conversation,
  DeliveredConversation,
  Page,
  PageQuery,
  ReadConversation,
  SendMessage,
  StartConversation,
  StartedConversation,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

/** {@link StartConversation}, where both `clientId`s are minted when left out. */
export type StartConversationInput = WithoutClientId<Omit<StartConversation, "message"> & { clientId: string }> & {
  message: WithoutClientId<SendMessage>;
};

export type ConversationBasics = ReturnType<typeof createConversationBasics>;

/** What every live chat asks of conversations. */
export const createConversationBasics = (request: Request) => ({
  /** The contact's conversations, the latest change first. */
  list: (query?: PageQuery, options?: RequestOptions) =>
    request<Page<Conversation>>({ method: "GET", path: ["conversations"], query, ...options }),

  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<Conversation>({ method: "GET", path: ["conversations", id], ...options }),

  /** Starts a conversation with its first message. Throws `invalid_input`, `answers_needed` (by `answers.<name>`), `conversation_open`, `rate_limited`. */
  start: (input: StartConversationInput, options?: RequestOptions) => {
    const body = { ...withClientId(input), message: withClientId(input.message) };
    return request<StartedConversation>({ method: "POST", path: ["conversations"], body, ...options });
  },

  /** The contact has read up to `seq`. */
  read: (id: string, body: ReadConversation, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "read"], body, ...options }),

  /** Everything up to `seq` has arrived here. A connected client says so by itself. */
  delivered: (id: string, body: DeliveredConversation, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["conversations", id, "delivered"], body, ...options }),

  /** Asks for a person. Throws `conversation_closed`. */
  handoff: (id: string, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "handoff"], ...options }),
});
