import type {
  Conversation,
  EscalateConversation,
  PreChat,
  PreChatQuery,
  RateConversation,
  SendTranscript,
  Ticket,
  Transcript,
  UpdateConversation,
} from "@deskbell/contract";
import { withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";
import { createConversationBasics } from "./conversation-basics.ts";

export type ConversationsResource = ReturnType<typeof createConversations>;

export const createConversations = (request: Request) => ({
  ...createConversationBasics(request),

  /** What the contact is to be asked before their next conversation, in a language. Its answers go with `start`. */
  preChat: (query?: PreChatQuery, options?: RequestOptions) =>
    request<PreChat>({ method: "GET", path: ["pre-chat"], query, ...options }),

  /** Labels the conversation and sets its attributes; what is left out stays. Throws `invalid_input`. */
  update: (id: string, body: UpdateConversation, options?: RequestOptions) =>
    request<Conversation>({ method: "PATCH", path: ["conversations", id], body, ...options }),

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
