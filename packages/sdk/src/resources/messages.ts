import type { EditMessage, Message } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";
import { createMessageBasics } from "./message-basics.ts";

export type MessagesResource = ReturnType<typeof createMessages>;

export const createMessages = (request: Request) => ({
  ...createMessageBasics(request),

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
