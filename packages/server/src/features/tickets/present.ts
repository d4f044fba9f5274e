import type { TeamTicket, Ticket } from "@deskbell/contract";
import { presentPublicAgent } from "../agents/index.ts";
import { presentTeamContact } from "../contacts/index.ts";
import type { TicketView } from "./queries.ts";

/** As its contact sees it. */
export const presentTicket = ({ ticket, assignee, conversationId }: TicketView): Ticket => ({
  publicId: ticket.publicId,
  number: ticket.number,
  subject: ticket.subject,
  status: ticket.status,
  assignee: assignee && presentPublicAgent(assignee),
  conversationId,
  customFields: ticket.customFields,
  createdAt: ticket.createdAt.toISOString(),
  updatedAt: ticket.updatedAt.toISOString(),
  resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
});

/** As the team sees it. */
export const presentTeamTicket = (view: TicketView): TeamTicket => ({
  ...presentTicket(view),
  id: view.ticket.id,
  priority: view.ticket.priority,
  source: view.ticket.source,
  channelId: view.channelId,
  contact: presentTeamContact(view.contact),
  tags: view.ticket.tags,
  version: view.ticket.version,
  closedAt: view.ticket.closedAt?.toISOString() ?? null,
});
