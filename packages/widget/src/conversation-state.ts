import type { Conversation, Deskbell, TicketStatus } from "@deskbell/sdk";
import type { Route } from "./route.ts";

/** No reply opens such a ticket again. */
export const isFinal = (status: TicketStatus): boolean => status === "closed" || status === "cancelled";

/** Whether the server takes more words: a closed conversation opens again while its ticket lives, or where the channel lets it. */
export const mayWrite = ({ handling, ticket }: Conversation, client: Deskbell): boolean =>
  ticket
    ? !isFinal(ticket.status)
    : handling !== "closed" || client.session?.channel.conversations.afterClose === "reopen";

/** Where the contact begins to write: a new conversation, or the open one where the channel has one at a time. */
export function newChat(client: Deskbell): Extract<Route, { name: "chat" }> {
  const open = client.conversationList.get().items.find(({ handling, ticket }) => handling !== "closed" && !ticket);
  const single = client.session?.channel.conversations.several === false;
  return { name: "chat", id: (single && open?.id) || null };
}

/** Whether something may still come of it, so that the next page goes on listening. */
export const isLive = ({ handling, ticket }: Conversation): boolean =>
  handling !== "closed" || (ticket !== null && ticket.status !== "resolved" && !isFinal(ticket.status));

/** How many messages of others the contact has not seen. */
export const unreadOf = ({ lastSeq, contactReadSeq, lastMessage }: Conversation): number =>
  lastMessage?.author.kind === "contact" ? 0 : Math.max(0, lastSeq - contactReadSeq);
