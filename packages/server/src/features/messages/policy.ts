import type { Handling, TicketStatus } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

/**
 * A contact may not write into a closed conversation, unless its ticket is still being worked on: then it reopens.
 * The team and the bot's own job may always, handling being checked where they write.
 */
export function maySend(
  actor: Actor,
  conversation: { handling: Handling },
  ticketStatus: TicketStatus | null,
): boolean {
  if (actor.kind !== "contact") return true;
  if (ticketStatus === "closed" || ticketStatus === "cancelled") return false;
  return conversation.handling !== "closed" || ticketStatus !== null;
}
