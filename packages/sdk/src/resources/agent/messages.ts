import type { Message, MessagesQuery, Page, SendMessage } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamMessagesResource = ReturnType<typeof createTeamMessages>;

export const createTeamMessages = (request: Request) => ({
  /** One page, ascending by `seq`; without `after` and `before` the newest. Throws `not_found`. */
  list: (conversationId: string, query?: MessagesQuery, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages"];
    return request<Page<Message>>({ method: "GET", path, query, ...options });
  },

  /** One attempt, now. `thread().send()` also keeps it until it is stored. Throws `not_found`, `invalid_input`. */
  send: (conversationId: string, input: WithoutClientId<SendMessage>, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },
});
