import { z } from "zod";
import { publicAgentSchema } from "./agent.schema.ts";
import { attributesSchema, teamContactSchema } from "./contact.schema.ts";
import {
  type AssignConversation,
  type Conversation,
  conversationViews,
  type DeliveredConversation,
  type DeliveredConversations,
  handlings,
  type QueueCounts,
  type QueuePlace,
  type RateConversation,
  type ReadConversation,
  type StartConversation,
  type StartedConversation,
  type TeamConversation,
  type TeamConversationsQuery,
  type TransferConversation,
  type UpdateConversation,
} from "./conversation.ts";
import { exactly } from "./exactly.ts";
import { formAnswersSchema } from "./form-question.schema.ts";
import { bodySchema, messageSchema, sendMessageSchema } from "./message.schema.ts";
import { clientIdSchema, idSchema, pageQueryShape, timeSchema } from "./page.schema.ts";
import { proactiveOpeningSchema } from "./proactive.schema.ts";
import { teamRefSchema } from "./team.schema.ts";
import { ticketStatuses } from "./ticket.ts";

const ticketRef = {
  publicId: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
};
const shape = {
  id: idSchema,
  clientId: z.string(),
  handling: z.enum(handlings),
  assignee: publicAgentSchema.nullable(),
  lastSeq: z.number().int(),
  lastMessage: messageSchema.nullable(),
  lastChangeSeq: z.number().int(),
  contactReadSeq: z.number().int(),
  agentReadSeq: z.number().int(),
  contactDeliveredSeq: z.number().int(),
  agentDeliveredSeq: z.number().int(),
  rating: z.object({ score: z.number().int(), comment: z.string().nullable() }).nullable(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
};
export const queuePlaceSchema = exactly<QueuePlace>()(
  z
    .object({ position: z.number().int(), expectedWaitSeconds: z.number().int().nullable(), updatedAt: timeSchema })
    .meta({ id: "QueuePlace" }),
);
export const conversationSchema = exactly<Conversation>()(
  z
    .object({ ...shape, ticket: z.object(ticketRef).nullable(), queue: queuePlaceSchema.nullable() })
    .meta({ id: "Conversation" }),
);
export const teamConversationSchema = exactly<TeamConversation>()(
  z
    .object({
      ...shape,
      ticket: z.object({ id: idSchema, ...ticketRef }).nullable(),
      contact: teamContactSchema,
      channel: z.object({ id: idSchema, name: z.string() }),
      team: teamRefSchema.nullable(),
      queuedAt: timeSchema.nullable(),
      labels: z.array(z.string()),
      attributes: attributesSchema,
    })
    .meta({ id: "TeamConversation" }),
);
export const startConversationSchema = exactly<StartConversation>()(
  z.strictObject({
    clientId: clientIdSchema,
    message: sendMessageSchema,
    handoff: z.boolean().optional(),
    answers: formAnswersSchema.optional(),
    proactive: proactiveOpeningSchema.optional(),
  }),
);
export const startedConversationSchema = exactly<StartedConversation>()(
  z.object({ conversation: conversationSchema, message: messageSchema }),
);
export const readConversationSchema = exactly<ReadConversation>()(z.strictObject({ seq: z.number().int().min(0) }));
export const deliveredConversationSchema = exactly<DeliveredConversation>()(
  z.strictObject({ seq: z.number().int().min(0) }),
);
export const deliveredConversationsSchema = exactly<DeliveredConversations>()(
  z.strictObject({
    conversations: z
      .array(z.strictObject({ id: idSchema, seq: z.number().int().min(0) }))
      .min(1)
      .max(100),
  }),
);
export const rateConversationSchema = exactly<RateConversation>()(
  z.strictObject({ score: z.number().int().min(1).max(5), comment: z.string().max(2000).optional() }),
);
export const teamConversationsQuerySchema = exactly<TeamConversationsQuery>()(
  z.strictObject({
    ...pageQueryShape,
    view: z.enum(conversationViews).optional(),
    contactId: idSchema.optional(),
    ticketId: idSchema.optional(),
    teamId: idSchema.or(z.literal("none")).optional(),
  }),
);
export const queueCountsSchema = exactly<QueueCounts>()(
  z
    .object({
      queue: z.number().int(),
      mine: z.number().int(),
      all: z.number().int(),
      teams: z.record(z.string(), z.number().int()),
      version: z.number(),
    })
    .meta({ id: "QueueCounts" }),
);
export const assignConversationSchema = exactly<AssignConversation>()(z.strictObject({ agentId: idSchema.nullable() }));
export const transferConversationSchema = exactly<TransferConversation>()(
  z
    .strictObject({
      clientId: clientIdSchema,
      agentId: idSchema.optional(),
      teamId: idSchema.nullable().optional(),
      note: bodySchema.optional(),
    })
    .refine(({ agentId, teamId }) => (agentId === undefined) !== (teamId === undefined), {
      message: "Either an agent or a team.",
      path: ["agentId"],
    }),
);
const labels = z.array(z.string().trim().min(1).max(64)).max(20).optional();
export const updateConversationSchema = exactly<UpdateConversation>()(
  z.strictObject({
    addLabels: labels,
    removeLabels: labels,
    attributes: attributesSchema.refine((a) => Object.keys(a).length <= 50, "At most 50 attributes.").optional(),
  }),
);
