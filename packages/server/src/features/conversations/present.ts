import type { Conversation, TeamConversation } from "@deskbell/contract";
import { presentPublicAgent } from "../agents/index.ts";
import { presentTeamContact } from "../contacts/index.ts";
import { presentMessage } from "../messages/index.ts";
import { presentPlace } from "../queue/index.ts";
import { presentTeamRef } from "../teams/index.ts";
import type { ConversationView } from "./queries.ts";

/** As its contact sees it. */
export const presentConversation = (view: ConversationView): Conversation => ({
  ...shared(view),
  ticket: ticketOf(view),
  queue: view.place && view.conversation.handling === "queue" ? presentPlace(view.place) : null,
});

/** As the team sees it. */
export function presentTeamConversation(view: ConversationView): TeamConversation {
  const ticket = ticketOf(view);
  return {
    ...shared(view),
    contact: presentTeamContact(view.contact),
    channel: { id: view.channel.id, name: view.channel.name },
    ticket: ticket && view.ticket && { id: view.ticket.id, ...ticket },
    team: view.team && presentTeamRef(view.team),
    queuedAt: view.conversation.queuedAt?.toISOString() ?? null,
    labels: view.conversation.labels,
    attributes: view.conversation.attributes,
  };
}

const shared = ({ conversation, assignee, lastMessage }: ConversationView) => ({
  id: conversation.id,
  clientId: conversation.clientId,
  handling: conversation.handling,
  assignee: assignee && presentPublicAgent(assignee),
  lastSeq: conversation.lastSeq,
  lastMessage: lastMessage && presentMessage(lastMessage),
  lastChangeSeq: conversation.lastChangeSeq,
  contactReadSeq: conversation.contactReadSeq,
  agentReadSeq: conversation.agentReadSeq,
  // What was read has arrived.
  contactDeliveredSeq: Math.max(conversation.contactDeliveredSeq, conversation.contactReadSeq),
  agentDeliveredSeq: Math.max(conversation.agentDeliveredSeq, conversation.agentReadSeq),
  rating:
    conversation.ratingScore === null ? null : { score: conversation.ratingScore, comment: conversation.ratingComment },
  createdAt: conversation.createdAt.toISOString(),
  updatedAt: conversation.updatedAt.toISOString(),
});

const ticketOf = ({ ticket }: ConversationView) =>
  ticket && { publicId: ticket.publicId, number: ticket.number, subject: ticket.subject, status: ticket.status };
