import type { Conversation, Message, ThreadState, TicketStatus } from "@deskbell/sdk";
import type { ClientBasics } from "@deskbell/sdk/chat";

/** No reply opens such a ticket again. */
export const isFinal = (status: TicketStatus): boolean => status === "closed" || status === "cancelled";

/** Whether the server takes more words: a closed conversation opens again while its ticket lives, or where the channel lets it. */
export const mayWrite = ({ handling, ticket }: Conversation, client: ClientBasics): boolean =>
  ticket
    ? !isFinal(ticket.status)
    : handling !== "closed" || client.session?.channel.conversations.afterClose === "reopen";

/** Whether the channel wants to know something before the first message, or more than it was told. */
export const asksFirst = (client: ClientBasics, { conversationId, items }: ThreadState, answered: boolean): boolean =>
  !conversationId &&
  (items.some((item) => item.kind === "pending" && item.error?.code === "answers_needed") ||
    (!answered && client.session?.channel.asksFirst === true));

/** Where the contact writes whose channel has one conversation at a time; `null` where a new one begins. */
export function currentOf(client: ClientBasics): string | null {
  if (client.session?.channel.conversations.several !== false) return null;
  const { items } = client.conversationList.get();
  return items.find(({ handling, ticket }) => handling !== "closed" && !ticket)?.id ?? null;
}

/** Whether something may still come of it, so that the next page goes on listening. */
export const isLive = ({ handling, ticket }: Conversation): boolean =>
  handling !== "closed" || (ticket !== null && ticket.status !== "resolved" && !isFinal(ticket.status));

/** Said by somebody else: neither the contact's own words nor what happened to the conversation. */
export const isAnswer = ({ author }: Message): boolean => author.kind === "agent" || author.kind === "bot";

/** How many messages of others the contact has not seen. */
export const unreadOf = ({ lastSeq, contactReadSeq, lastMessage }: Conversation): number =>
  lastMessage?.author.kind === "contact" ? 0 : Math.max(0, lastSeq - contactReadSeq);
