import type { CustomField, TicketPriority, TicketSource } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { newPublicId } from "../../ids.ts";
import type { Tx } from "../../transact.ts";
import { getAgent } from "../agents/index.ts";
import { conversations } from "../conversations/tables.ts";
import { appendActivity } from "../messages/index.ts";
import { type TicketRow, takeNumber } from "./queries.ts";
import { tickets } from "./tables.ts";

export interface NewTicket {
  subject: string;
  priority: TicketPriority;
  source: TicketSource;
  customFields?: CustomField[];
}

/** Puts a ticket around a conversation, whose row is locked; nothing is copied. */
export async function openTicket(
  tx: Tx,
  conversation: { id: string; contactId: string; assigneeId: string | null },
  input: NewTicket,
): Promise<TicketRow> {
  const [ticket] = await tx.db
    .insert(tickets)
    .values({
      workspaceId: tx.workspaceId,
      number: await takeNumber(tx),
      publicId: newPublicId(),
      contactId: conversation.contactId,
      ...input,
      status: "open",
      assigneeId: conversation.assigneeId,
      tags: [],
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning();
  if (!ticket) throw new Error("The database returned no row for an inserted ticket");
  await tx.db.update(conversations).set({ ticketId: ticket.id }).where(eq(conversations.id, conversation.id));
  const about = { ticketId: ticket.id, conversationId: conversation.id, contactId: ticket.contactId };
  const assignee = ticket.assigneeId && (await getAgent(tx, ticket.assigneeId)).name;
  await tx.record("ticket.created", about, assignee ? { changes: { assignee: { from: null, to: assignee } } } : {});
  await appendActivity(tx, conversation, {
    name: "escalated",
    ticketNumber: ticket.number,
    ticketPublicId: ticket.publicId,
  });
  return ticket;
}
