import { type AfterClose, contactChangeWindow, type Handling, type TicketStatus } from "@deskbell/contract";
import type { Actor } from "../../context.ts";
import type { MessageRow } from "./present.ts";

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

/** Everybody their own words, and nobody another's. What the system says, and what was chosen or filled in, is not words. */
export const mayEdit = (
  { authorKind, payload }: Pick<MessageRow, "authorKind" | "payload">,
  isAuthor: boolean,
): boolean => isAuthor && authorKind !== "system" && payload?.type !== "reply" && payload?.type !== "form_response";

/** Everybody their own, supervisors also others'. */
export const mayDelete = (actor: Actor, { authorKind }: Pick<MessageRow, "authorKind">, isAuthor: boolean): boolean =>
  authorKind !== "system" && (isAuthor || isSupervisor(actor));

/** The team may change what it wrote at any time: the history tells. A contact's words must not change under those who act on them. */
export const isInTime = (actor: Actor, { createdAt }: Pick<MessageRow, "createdAt">, now: Date): boolean =>
  actor.kind !== "contact" || now.getTime() - createdAt.getTime() <= contactChangeWindow;

export const isSupervisor = (actor: Actor): boolean =>
  "role" in actor && (actor.role === "owner" || actor.role === "admin" || actor.role === "supervisor");
