import { z } from "zod";
import { publicAgentSchema } from "./agent.schema.ts";
import { teamContactSchema } from "./contact.schema.ts";
import { exactly } from "./exactly.ts";
import { attachmentIdsSchema } from "./file.schema.ts";
import { answersSchemaOf, formAnswersSchema, formQuestionSchema } from "./form-question.schema.ts";
import { authorSchema, bodySchema } from "./message.schema.ts";
import { clientIdSchema, idSchema, pageQueryShape, timeSchema } from "./page.schema.ts";
import { formValueSchema } from "./payload.schema.ts";
import { formFieldKinds } from "./payload.ts";
import {
  type AssignTicket,
  type CreateTicket,
  type CustomField,
  type EscalateConversation,
  type TeamCreateTicket,
  type TeamEscalateConversation,
  type TeamTicket,
  type TeamTicketsQuery,
  type Ticket,
  type TicketForm,
  type TicketFormQuery,
  type TicketStep,
  type TimelineEntry,
  ticketPriorities,
  ticketSources,
  ticketStatuses,
  ticketStepKinds,
  ticketViews,
  type UpdateTicket,
} from "./ticket.ts";

const localWords = z.record(z.string(), z.string());
export const customFieldSchema = exactly<CustomField>()(
  z
    .object({
      name: z.string(),
      kind: z.enum(formFieldKinds),
      label: localWords,
      value: formValueSchema,
      valueLabel: localWords.nullable(),
    })
    .meta({ id: "CustomField" }),
);
export const ticketFormSchema = exactly<TicketForm>()(
  z.object({ questions: z.array(formQuestionSchema) }).meta({ id: "TicketForm" }),
);
export const ticketFormQuerySchema = exactly<TicketFormQuery>()(
  z.strictObject({ locale: z.string().max(35).optional() }),
);

const shape = {
  publicId: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  assignee: publicAgentSchema.nullable(),
  conversationId: idSchema,
  customFields: z.array(customFieldSchema),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  resolvedAt: timeSchema.nullable(),
};
export const ticketSchema = exactly<Ticket>()(z.object(shape).meta({ id: "Ticket" }));
export const teamTicketSchema = exactly<TeamTicket>()(
  z
    .object({
      ...shape,
      id: idSchema,
      priority: z.enum(ticketPriorities),
      source: z.enum(ticketSources),
      channelId: idSchema,
      contact: teamContactSchema,
      tags: z.array(z.string()),
      version: z.number().int(),
      closedAt: timeSchema.nullable(),
    })
    .meta({ id: "TeamTicket" }),
);

const subjectSchema = z.string().trim().min(1).max(200);
/** What contacts name a ticket by: `t_` and 22 characters. */
export const publicIdSchema = z.string().regex(/^t_[\w-]{22}$/);
export const pathPublicId = z.strictObject({ publicId: publicIdSchema });

export const createTicketSchema = exactly<CreateTicket>()(
  z.strictObject({
    clientId: clientIdSchema,
    subject: subjectSchema,
    body: bodySchema,
    attachments: attachmentIdsSchema.optional(),
    name: z.string().trim().min(1).max(120).optional(),
    email: z.email().max(254).optional(),
    customFields: formAnswersSchema.optional(),
    homepage: z.string().max(2000).optional(),
  }),
);
export const escalateConversationSchema = exactly<EscalateConversation>()(
  z.strictObject({ subject: subjectSchema.optional() }),
);
export const teamEscalateConversationSchema = exactly<TeamEscalateConversation>()(
  z.strictObject({ subject: subjectSchema.optional(), priority: z.enum(ticketPriorities).optional() }),
);
export const teamCreateTicketSchema = exactly<TeamCreateTicket>()(
  z.strictObject({
    clientId: clientIdSchema,
    contactId: idSchema,
    subject: subjectSchema,
    body: bodySchema,
    attachments: attachmentIdsSchema.optional(),
    priority: z.enum(ticketPriorities).optional(),
    source: z.enum(ticketSources).optional(),
    customFields: formAnswersSchema.optional(),
  }),
);
export const updateTicketSchema = exactly<UpdateTicket>()(
  z.strictObject({
    version: z.number().int().min(1),
    subject: subjectSchema.optional(),
    status: z.enum(ticketStatuses).optional(),
    priority: z.enum(ticketPriorities).optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
    customFields: answersSchemaOf(formValueSchema.nullable()).optional(),
  }),
);
export const assignTicketSchema = exactly<AssignTicket>()(z.strictObject({ agentId: idSchema.nullable() }));
export const teamTicketsQuerySchema = exactly<TeamTicketsQuery>()(
  z.strictObject({
    ...pageQueryShape,
    view: z.enum(ticketViews).optional(),
    contactId: idSchema.optional(),
    q: z.string().trim().max(200).optional(),
  }),
);
export const timelineEntrySchema = exactly<TimelineEntry>()(
  z
    .object({
      id: idSchema,
      type: z.string(),
      actor: authorSchema,
      changes: z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() })),
      createdAt: timeSchema,
    })
    .meta({ id: "TimelineEntry" }),
);
export const ticketStepSchema = exactly<TicketStep>()(
  z
    .object({
      id: idSchema,
      kind: z.enum(ticketStepKinds),
      status: z.enum(ticketStatuses).nullable(),
      assignee: z.string().nullable(),
      createdAt: timeSchema,
    })
    .meta({ id: "TicketStep" }),
);
