import type { Conversation } from "@deskbell/sdk";

/** How many messages of others the contact has not seen. */
export const unreadOf = ({ lastSeq, contactReadSeq, lastMessage }: Conversation): number =>
  lastMessage?.author.kind === "contact" ? 0 : Math.max(0, lastSeq - contactReadSeq);
