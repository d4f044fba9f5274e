import type { EditMessage, Message, MessagesPage, MessagesQuery, SendContactMessage } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type MessagesResource = ReturnType<typeof createMessages>;

export const createMessages = (request: Request) => ({
  /** One page, ascending by `seq` (with `changedAfter` by `changeSeq`); without a cursor the newest. Throws `not_found`. */
  list: (conversationId: string, query?: MessagesQuery, options?: RequestOptions) =>
    request<MessagesPage>({ method: "GET", path: ["conversations", conversationId, "messages"], query, ...options }),

  /** One attempt, now. `thread().send()` also keeps it until it is stored. Throws `conversation_closed`, `invalid_input`, `already_answered`. */
  send: (conversationId: string, input: WithoutClientId<SendContactMessage>, options?: RequestOptions) => {
    const path = ["conversations", conversationId, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },

  /** Replaces what one of one's own messages says. Throws `forbidden`, `message_deleted`, `change_too_late`, `conversation_closed`. */
  edit: (conversationId: string, messageId: string, input: EditMessage, options?: RequestOptions) => {
    const path = ["conversations", conversationId, "messages", messageId];
    return request<Message>({ method: "PATCH", path, body: input, ...options });
  },

  /** Leaves only the message's place. Again changes nothing. Throws `forbidden`, `change_too_late`. */
  delete: (conversationId: string, messageId: string, options?: RequestOptions) => {
    const path = ["conversations", conversationId, "messages", messageId];
    return request<Message>({ method: "DELETE", path, ...options });
  },
});
