import {
  assignTicketSchema,
  createTicketSchema,
  escalateConversationSchema,
  messageSchema,
  pageOf,
  pageQuerySchema,
  pathId,
  pathPublicId,
  sendMessageSchema,
  teamCreateTicketSchema,
  teamEscalateConversationSchema,
  teamTicketSchema,
  teamTicketsQuerySchema,
  ticketFormQuerySchema,
  ticketFormSchema,
  ticketSchema,
  ticketStepSchema,
  timelineEntrySchema,
  updateTicketSchema,
} from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { assignTicket } from "./assign-ticket.ts";
import { createTeamTicket } from "./create-team-ticket.ts";
import { createTicket } from "./create-ticket.ts";
import { presentAsked } from "./custom-fields.ts";
import { escalateConversation } from "./escalate-conversation.ts";
import { listTeamTickets, listTicketSteps, listTickets, listTimeline } from "./list-tickets.ts";
import { presentTeamTicket, presentTicket } from "./present.ts";
import { getTicketView } from "./queries.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { updateTicket } from "./update-ticket.ts";

const reply = { clientId: "m-7d3f9a14", body: "Any news?" };

export function ticketRoutes(api: Api): void {
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/escalate",
      summary: "Make a ticket of my conversation",
      limit: "tickets",
      params: pathId,
      body: escalateConversationSchema,
      example: { subject: "Charged twice" },
      answer: ticketSchema,
      creates: true,
    },
    async ({ ctx, params, body }) => {
      const { value, repeated } = await escalateConversation(ctx, params.id, body);
      return { value: presentTicket(value), repeated };
    },
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/tickets",
      summary: "List my tickets",
      query: pageQuerySchema,
      answer: pageOf(ticketSchema),
    },
    ({ ctx, query }) => listTickets(ctx, query),
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/ticket-form",
      summary: "What I am asked when I file a ticket",
      query: ticketFormQuerySchema,
      queryExample: { locale: "de" },
      answer: ticketFormSchema,
    },
    ({ ctx, query }) =>
      transact(ctx, async (tx) => {
        const { ticketFields, settings } = await getChannel(tx, tx.actor.channelId);
        return { questions: ticketFields.map((field) => presentAsked(field, query.locale, settings.locale)) };
      }),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/tickets",
      summary: "File a ticket from a form",
      limit: "tickets",
      body: createTicketSchema,
      example: {
        clientId: "t-7d3f9a15",
        subject: "Charged twice",
        body: "My card was charged twice in May.",
        email: "ada@example.com",
      },
      answer: ticketSchema,
      creates: true,
    },
    async ({ ctx, body }) => {
      const { value, repeated } = await createTicket(ctx, body);
      return { value: presentTicket(value), repeated };
    },
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/tickets/:publicId",
      summary: "Get one of my tickets",
      params: pathPublicId,
      answer: ticketSchema,
    },
    async ({ ctx, params }) => presentTicket(await transact(ctx, (tx) => getTicketView(tx, params))),
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/tickets/:publicId/timeline",
      summary: "List the steps of one of my tickets, the latest first",
      params: pathPublicId,
      query: pageQuerySchema,
      answer: pageOf(ticketStepSchema),
    },
    ({ ctx, params, query }) => listTicketSteps(ctx, params.publicId, query),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/tickets/:publicId/messages",
      summary: "Reply to my ticket; a resolved one reopens",
      limit: "messages",
      params: pathPublicId,
      body: sendMessageSchema,
      example: reply,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => replyToTicket(ctx, params, body),
  );

  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/escalate",
      summary: "Make a ticket of a conversation",
      params: pathId,
      body: teamEscalateConversationSchema,
      example: { subject: "Charged twice", priority: "high" },
      answer: teamTicketSchema,
      creates: true,
    },
    async ({ ctx, params, body }) => {
      const { value, repeated } = await escalateConversation(ctx, params.id, body);
      return { value: presentTeamTicket(value), repeated };
    },
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/tickets",
      summary: "List tickets",
      query: teamTicketsQuerySchema,
      answer: pageOf(teamTicketSchema),
    },
    ({ ctx, query }) => listTeamTickets(ctx, query),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/tickets",
      summary: "Create a ticket on behalf of a contact",
      body: teamCreateTicketSchema,
      example: {
        clientId: "t-7d3f9a16",
        contactId: "01980000-0000-7000-8000-000000000000",
        subject: "Called about an invoice",
        body: "Wants the invoice of May again.",
        source: "phone",
      },
      answer: teamTicketSchema,
      creates: true,
    },
    async ({ ctx, body }) => {
      const { value, repeated } = await createTeamTicket(ctx, body);
      return { value: presentTeamTicket(value), repeated };
    },
  );
  api.team(
    { method: "GET", path: "/v1/agent/tickets/:id", summary: "Get a ticket", params: pathId, answer: teamTicketSchema },
    async ({ ctx, params }) => presentTeamTicket(await transact(ctx, (tx) => getTicketView(tx, params))),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/tickets/:id",
      summary: "Change a ticket",
      params: pathId,
      body: updateTicketSchema,
      example: { version: 1, priority: "high" },
      answer: teamTicketSchema,
    },
    async ({ ctx, params, body }) => presentTeamTicket(await updateTicket(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/tickets/:id/assign",
      summary: "Give a ticket to an agent or to nobody",
      params: pathId,
      body: assignTicketSchema,
      example: { agentId: null },
      answer: teamTicketSchema,
    },
    async ({ ctx, params, body }) => presentTeamTicket(await assignTicket(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/tickets/:id/messages",
      summary: "Answer on a ticket",
      params: pathId,
      body: sendMessageSchema,
      example: reply,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => replyToTicket(ctx, params, body),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/tickets/:id/timeline",
      summary: "List what happened to a ticket",
      params: pathId,
      query: pageQuerySchema,
      answer: pageOf(timelineEntrySchema),
    },
    ({ ctx, params, query }) => listTimeline(ctx, params.id, query),
  );
}
