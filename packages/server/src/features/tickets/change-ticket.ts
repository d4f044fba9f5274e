import { type TicketStatus, type TimelineEntry, ticketTransitions } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { getAgent } from "../agents/index.ts";
import { lockConversation, tellConversation } from "../conversations/index.ts";
import { appendActivity } from "../messages/index.ts";
import { describeCustomFields } from "./custom-fields.ts";
import { listTicketConversations, type TicketRow, type TicketView } from "./queries.ts";
import { tickets } from "./tables.ts";
import { tellTicket } from "./tell-ticket.ts";

export type TicketChange = Partial<
  Pick<TicketRow, "subject" | "status" | "priority" | "tags" | "assigneeId" | "customFields">
>;

/**
 * The one way a ticket changes: checks the status machine, raises the version, writes the history and tells both sides.
 * Its row must be locked. A change that changes nothing leaves no trace.
 */
export async function changeTicket(tx: Tx, ticket: TicketRow, change: TicketChange): Promise<TicketView> {
  const next: TicketRow = { ...ticket, ...change };
  const changes = await describeChanges(tx, ticket, next);
  if (Object.keys(changes).length === 0) return tellTicket(tx, ticket.id);
  if (next.status !== ticket.status) checkTransition(ticket.status, next.status);
  await tx.db
    .update(tickets)
    .set({
      ...change,
      version: ticket.version + 1,
      updatedAt: tx.now,
      resolvedAt: stamp(ticket.resolvedAt, next.status === "resolved" || next.status === "closed", tx.now),
      closedAt: stamp(ticket.closedAt, next.status === "closed" || next.status === "cancelled", tx.now),
    })
    .where(eq(tickets.id, ticket.id));
  await tx.record("ticket.updated", { ticketId: ticket.id, contactId: ticket.contactId }, { changes });
  const conversations = await listTicketConversations(tx, ticket.id);
  const [first] = conversations;
  if (first && next.status !== ticket.status) {
    await lockConversation(tx, first.id);
    await appendActivity(tx, first, {
      name: "ticket_status_changed",
      ticketNumber: ticket.number,
      status: next.status,
    });
  }
  for (const { id } of conversations) await tellConversation(tx, id);
  return tellTicket(tx, ticket.id);
}

function checkTransition(from: TicketStatus, to: TicketStatus): void {
  const allowed = ticketTransitions[from];
  if (!allowed.includes(to)) {
    throw new AppError("illegal_transition", { status: `After ${from} may come: ${allowed.join(", ") || "nothing"}.` });
  }
}

const stamp = (before: Date | null, reached: boolean, now: Date): Date | null => (reached ? (before ?? now) : null);

type Changes = TimelineEntry["changes"];

/** In words that a person can read in the history, years later. */
async function describeChanges(tx: Tx, before: TicketRow, after: TicketRow): Promise<Changes> {
  const nameOf = async (id: string | null) => (id ? (await getAgent(tx, id)).name : null);
  const changes: Changes = describeCustomFields(before.customFields, after.customFields);
  for (const field of ["subject", "status", "priority"] as const) {
    if (before[field] !== after[field]) changes[field] = { from: before[field], to: after[field] };
  }
  if (before.tags.join("\n") !== after.tags.join("\n")) {
    changes.tags = { from: before.tags.join(", ") || null, to: after.tags.join(", ") || null };
  }
  if (before.assigneeId !== after.assigneeId) {
    changes.assignee = { from: await nameOf(before.assigneeId), to: await nameOf(after.assigneeId) };
  }
  return changes;
}
