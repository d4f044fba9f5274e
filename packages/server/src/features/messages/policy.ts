import type { AfterClose, Handling, TicketStatus } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

/**
 * A contact may write into a closed conversation where the channel lets it reopen, or its ticket is still being worked on.
 * The team and the bot's own job may always, handling being checked where they write.
 */
export function maySend(
  actor: Actor,
  conversation: { handling: Handling },
  ticketStatus: TicketStatus | null,
  afterClose: AfterClose,
): boolean {
  if (actor.kind !== "contact") return true;
  if (ticketStatus === "closed" || ticketStatus === "cancelled") return false;
  return conversation.handling !== "closed" || ticketStatus !== null || afterClose === "reopen";
}
