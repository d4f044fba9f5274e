import type { Conversation, TeamConversation } from "./conversation.ts";
import type { TeamTicket, Ticket } from "./ticket.ts";

/** What has changed since a cursor, as it is now: whoever was away reads this until `hasMore` is false. */
export interface Changes<C = Conversation, T = Ticket> {
  /** In every state, also what has left a view; the latest change last. A row may come again: the later one counts. */
  conversations: C[];
  tickets: T[];
  /** Where to go on, now or next time. Never too old. */
  cursor: string;
  /** Whether the next page is already there. */
  hasMore: boolean;
  /**
   * Nobody can say what has changed: there was no cursor, or it is another database's, another contact's or another
   * workspace's. Fetch afresh what is shown, then go on with the new `cursor`.
   */
  resync: boolean;
}

export type TeamChanges = Changes<TeamConversation, TeamTicket>;
