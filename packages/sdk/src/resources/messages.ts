import type { Message, MessagesQuery, Page, SendMessage } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type MessagesResource = ReturnType<typeof createMessages>;

export const createMessages = (request: Request) => ({
  /** One page, ascending by `seq`; without `after` and `before` the newest. Throws `not_found`. */
  list: (conversationId: string, query?: MessagesQuery, options?: RequestOptions) =>
    request<Page<Message>>({ method: "GET", path: ["conversations", conversationId, "messages"], query, ...options }),

  /** One attempt, now. `thread().send()` also keeps it until it is stored. Throws `conversation_closed`, `invalid_input`. */
  send: (conversationId: string, input: WithoutClientId<SendMessage>, options?: RequestOptions) => {
    const path = ["conversations", conversationId, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },
});
