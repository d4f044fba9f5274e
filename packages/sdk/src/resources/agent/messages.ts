import type {
  EditMessage,
  Message,
  MessagesPage,
  MessagesQuery,
  MessageVersion,
  Page,
  PageQuery,
  SendTeamMessage,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
import type { Request, RequestOptions } from "../../request.ts";

export type TeamMessagesResource = ReturnType<typeof createTeamMessages>;

export const createTeamMessages = (request: Request) => ({
  /** One page, ascending by `seq` (with `changedAfter` by `changeSeq`); without a cursor the newest. Throws `not_found`. */
  list: (conversationId: string, query?: MessagesQuery, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages"];
    return request<MessagesPage>({ method: "GET", path, query, ...options });
  },

  /** One attempt, now. `thread().send()` also keeps it until it is stored. Throws `not_found`, `invalid_input`. */
  send: (conversationId: string, input: WithoutClientId<SendTeamMessage>, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages"];
    return request<Message>({ method: "POST", path, body: withClientId(input), ...options });
  },

  /** Replaces what one of one's own messages says. Throws `forbidden`, `message_deleted`. */
  edit: (conversationId: string, messageId: string, input: EditMessage, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages", messageId];
    return request<Message>({ method: "PATCH", path, body: input, ...options });
  },

  /** Leaves only the message's place; supervisors may delete anybody's. Again changes nothing. Throws `forbidden`. */
  delete: (conversationId: string, messageId: string, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages", messageId];
    return request<Message>({ method: "DELETE", path, ...options });
  },

  /** What it said before, oldest first. Of a deleted one for supervisors only. Throws `forbidden`. */
  versions: (conversationId: string, messageId: string, query?: PageQuery, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages", messageId, "versions"];
    return request<Page<MessageVersion>>({ method: "GET", path, query, ...options });
  },

  /** Forgets for good what it said before. Supervisors only. Throws `forbidden`. */
  eraseVersions: (conversationId: string, messageId: string, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "messages", messageId, "versions"];
    return request<void>({ method: "DELETE", path, ...options });
  },
});
