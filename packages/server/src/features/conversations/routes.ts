import {
  assignConversationSchema,
  conversationSchema,
  deliveredConversationSchema,
  deliveredConversationsSchema,
  pageOf,
  pageQuerySchema,
  pathId,
  queueCountsSchema,
  rateConversationSchema,
  readConversationSchema,
  startConversationSchema,
  startedConversationSchema,
  teamConversationSchema,
  teamConversationsQuerySchema,
  transferConversationSchema,
  updateConversationSchema,
} from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { assignConversation } from "./assign-conversation.ts";
import { changeConversation } from "./change-conversation.ts";
import { claimConversation } from "./claim-conversation.ts";
import { closeConversation } from "./close-conversation.ts";
import { handOff } from "./hand-off.ts";
import { listConversations, listTeamConversations } from "./list-conversations.ts";
import { markDelivered } from "./mark-delivered.ts";
import { presentConversation, presentTeamConversation } from "./present.ts";
import { countQueue, getConversationView } from "./queries.ts";
import { rateConversation } from "./rate-conversation.ts";
import { readConversation } from "./read-conversation.ts";
import { startConversation } from "./start-conversation.ts";
import { transferConversation } from "./transfer-conversation.ts";

export function conversationRoutes(api: Api): void {
  api.contact(
    {
      method: "GET",
      path: "/v1/conversations",
      summary: "List my conversations",
      query: pageQuerySchema,
      answer: pageOf(conversationSchema),
    },
    ({ ctx, query }) => listConversations(ctx, query),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations",
      summary: "Start a conversation with its first message",
      limit: "conversations",
      body: startConversationSchema,
      example: { clientId: "c-7d3f9a10", message: { clientId: "m-7d3f9a11", body: "How do I change my plan?" } },
      answer: startedConversationSchema,
      creates: true,
    },
    async ({ ctx, body }) => {
      const { value, repeated } = await startConversation(ctx, body);
      return { value: { conversation: presentConversation(value.view), message: value.message }, repeated };
    },
  );
  api.contact(
    {
      method: "GET",
      path: "/v1/conversations/:id",
      summary: "Get one of my conversations",
      params: pathId,
      answer: conversationSchema,
    },
    async ({ ctx, params }) => presentConversation(await transact(ctx, (tx) => getConversationView(tx, params.id))),
  );
  api.contact(
    {
      method: "PATCH",
      path: "/v1/conversations/:id",
      summary: "Label my conversation and set its attributes",
      limit: "changes",
      params: pathId,
      body: updateConversationSchema,
      example: { addLabels: ["billing"], attributes: { order: 1815 } },
      answer: conversationSchema,
    },
    async ({ ctx, params, body }) => presentConversation(await changeConversation(ctx, params.id, body)),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/read",
      summary: "Mark as read up to a message",
      limit: "changes",
      params: pathId,
      body: readConversationSchema,
      example: { seq: 4 },
      answer: conversationSchema,
    },
    async ({ ctx, params, body }) => presentConversation(await readConversation(ctx, params.id, body)),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/delivered",
      summary: "Say that messages have arrived",
      limit: "deliveries",
      params: pathId,
      body: deliveredConversationSchema,
      example: { seq: 4 },
    },
    ({ ctx, params, body }) => markDelivered(ctx, [{ id: params.id, seq: body.seq }]),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/handoff",
      summary: "Ask for a person",
      limit: "changes",
      params: pathId,
      answer: conversationSchema,
    },
    async ({ ctx, params }) => presentConversation(await handOff(ctx, params.id)),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/close",
      summary: "End my conversation",
      limit: "changes",
      params: pathId,
      answer: conversationSchema,
    },
    async ({ ctx, params }) => presentConversation(await closeConversation(ctx, params.id)),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/rating",
      summary: "Rate my conversation",
      limit: "feedback",
      params: pathId,
      body: rateConversationSchema,
      example: { score: 5, comment: "Quick and friendly." },
      answer: conversationSchema,
    },
    async ({ ctx, params, body }) => presentConversation(await rateConversation(ctx, params.id, body)),
  );

  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations",
      summary: "List conversations",
      query: teamConversationsQuerySchema,
      answer: pageOf(teamConversationSchema),
    },
    ({ ctx, query }) => listTeamConversations(ctx, query),
  );
  api.team(
    { method: "GET", path: "/v1/agent/queue", summary: "Count conversations by view", answer: queueCountsSchema },
    ({ ctx }) => transact(ctx, countQueue),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations/:id",
      summary: "Get a conversation",
      params: pathId,
      answer: teamConversationSchema,
    },
    async ({ ctx, params }) => presentTeamConversation(await transact(ctx, (tx) => getConversationView(tx, params.id))),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/conversations/:id",
      summary: "Label a conversation and set its attributes",
      params: pathId,
      body: updateConversationSchema,
      example: { addLabels: ["billing"], removeLabels: ["sales"] },
      answer: teamConversationSchema,
    },
    async ({ ctx, params, body }) => presentTeamConversation(await changeConversation(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/claim",
      summary: "Take a waiting conversation",
      params: pathId,
      answer: teamConversationSchema,
    },
    async ({ ctx, params }) => presentTeamConversation(await claimConversation(ctx, params.id)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/assign",
      summary: "Give a conversation to an agent or back to the queue",
      params: pathId,
      body: assignConversationSchema,
      example: { agentId: null },
      answer: teamConversationSchema,
    },
    async ({ ctx, params, body }) => presentTeamConversation(await assignConversation(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/transfer",
      summary: "Give a conversation to another agent or to a team, with a note",
      params: pathId,
      body: transferConversationSchema,
      example: { clientId: "x-7d3f9a14", teamId: null, note: "Knows about invoices, please." },
      answer: teamConversationSchema,
    },
    async ({ ctx, params, body }) => presentTeamConversation(await transferConversation(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/read",
      summary: "Mark as read by the team up to a message",
      params: pathId,
      body: readConversationSchema,
      example: { seq: 4 },
      answer: teamConversationSchema,
    },
    async ({ ctx, params, body }) => presentTeamConversation(await readConversation(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/delivered",
      summary: "Say that messages have arrived at the team",
      limit: "deliveries",
      body: deliveredConversationsSchema,
      example: { conversations: [{ id: "01980000-0000-7000-8000-000000000000", seq: 4 }] },
    },
    ({ ctx, body }) => markDelivered(ctx, body.conversations),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/close",
      summary: "Close a conversation",
      params: pathId,
      answer: teamConversationSchema,
    },
    async ({ ctx, params }) => presentTeamConversation(await closeConversation(ctx, params.id)),
  );
}
