import type { Conversation, TicketStatus } from "@deskbell/sdk";

/** No reply opens such a ticket again. */
export const isFinal = (status: TicketStatus): boolean => status === "closed" || status === "cancelled";

/** Whether the server takes more words: a closed conversation opens again while its ticket lives. */
export const mayWrite = ({ handling, ticket }: Conversation): boolean =>
  ticket ? !isFinal(ticket.status) : handling !== "closed";

/** Whether something may still come of it, so that the next page goes on listening. */
export const isLive = ({ handling, ticket }: Conversation): boolean =>
  handling !== "closed" || (ticket !== null && ticket.status !== "resolved" && !isFinal(ticket.status));

/** How many messages of others the contact has not seen. */
export const unreadOf = ({ lastSeq, contactReadSeq, lastMessage }: Conversation): number =>
  lastMessage?.author.kind === "contact" ? 0 : Math.max(0, lastSeq - contactReadSeq);
