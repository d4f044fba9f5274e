import type { Message, MessagesPage, MessagesQuery, SendContactMessage } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type MessageBasics = ReturnType<typeof createMessageBasics>;

/** What every live chat asks of messages. */
export const createMessageBasics = (request: Request) => ({
  /** One page, ascending by `seq` (with `changedAfter` by `changeSeq`); without a cursor the newest. Throws `not_found`. */
  list: (conversationId: string, query?: MessagesQuery, options?: RequestOptions) =>
    request<MessagesPage>({ method: "GET", path: ["conversations", conversationId, "messages"], query, ...options }),

  /** One attempt, now. `thread().send()` also keeps it until it is stored. Throws `conversation_closed`, `invalid_input`, `already_answered`. */
  send: (conversationId: string, input: WithoutClientId<SendContactMessage>, options?: RequestOptions) => {
    const path = ["conversations", conversationId, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },
});
