import type {
  Conversation,
  DeliveredConversation,
  EscalateConversation,
  Page,
  PageQuery,
  PreChat,
  PreChatQuery,
  RateConversation,
  ReadConversation,
  SendMessage,
  SendTranscript,
  StartConversation,
  StartedConversation,
  Ticket,
  Transcript,
  UpdateConversation,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type ConversationsResource = ReturnType<typeof createConversations>;

/** {@link StartConversation}, where both `clientId`s are minted when left out. */
export type StartConversationInput = WithoutClientId<Omit<StartConversation, "message"> & { clientId: string }> & {
  message: WithoutClientId<SendMessage>;
};

export const createConversations = (request: Request) => ({
  /** The contact's conversations, the latest change first. */
  list: (query?: PageQuery, options?: RequestOptions) =>
    request<Page<Conversation>>({ method: "GET", path: ["conversations"], query, ...options }),

  /** Throws `not_found`. */
  get: (id: string, options?: RequestOptions) =>
    request<Conversation>({ method: "GET", path: ["conversations", id], ...options }),

  /** What the contact is to be asked before their next conversation, in a language. Its answers go with `start`. */
  preChat: (query?: PreChatQuery, options?: RequestOptions) =>
    request<PreChat>({ method: "GET", path: ["pre-chat"], query, ...options }),

  /** Starts a conversation with its first message. Throws `invalid_input`, `answers_needed` (by `answers.<name>`), `conversation_open`, `rate_limited`. */
  start: (input: StartConversationInput, options?: RequestOptions) => {
    const body = { ...withClientId(input), message: withClientId(input.message) };
    return request<StartedConversation>({ method: "POST", path: ["conversations"], body, ...options });
  },

  /** Labels the conversation and sets its attributes; what is left out stays. Throws `invalid_input`. */
  update: (id: string, body: UpdateConversation, options?: RequestOptions) =>
    request<Conversation>({ method: "PATCH", path: ["conversations", id], body, ...options }),

  /** The contact has read up to `seq`. */
  read: (id: string, body: ReadConversation, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "read"], body, ...options }),

  /** Everything up to `seq` has arrived here. A connected client says so by itself. */
  delivered: (id: string, body: DeliveredConversation, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["conversations", id, "delivered"], body, ...options }),

  /** Asks for a person. Throws `conversation_closed`. */
  handoff: (id: string, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "handoff"], ...options }),

  /** Makes a ticket around the conversation. When it has one already, answers with that. */
  escalate: (id: string, body: EscalateConversation = {}, options?: RequestOptions) =>
    request<Ticket>({ method: "POST", path: ["conversations", id, "escalate"], body, ...options }),

  close: (id: string, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "close"], ...options }),

  /** Rates the conversation from 1 to 5; a later rating replaces an earlier one. */
  rate: (id: string, body: RateConversation, options?: RequestOptions) =>
    request<Conversation>({ method: "POST", path: ["conversations", id, "rating"], body, ...options }),

  /**
   * Has the conversation sent to `email`, or to the contact's own address: it is on its way when this resolves. Throws `mail_off`, `email_unknown`,
   * `invalid_input`, `rate_limited`.
   */
  sendTranscript: (id: string, input: SendTranscript = {}, options?: RequestOptions) => {
    const path = ["conversations", id, "transcript"];
    return request<Transcript>({ method: "POST", path, body: withClientId(input), ...options });
  },
});
