import { z } from "zod";
import { publicAgentSchema } from "./agent.schema.ts";
import { teamContactSchema } from "./contact.schema.ts";
import { exactly } from "./exactly.ts";
import { attachmentIdsSchema } from "./file.schema.ts";
import { authorSchema, bodySchema } from "./message.schema.ts";
import { clientIdSchema, idSchema, pageQueryShape, timeSchema } from "./page.schema.ts";
import {
  type AssignTicket,
  type CreateTicket,
  type EscalateConversation,
  type TeamCreateTicket,
  type TeamEscalateConversation,
  type TeamTicket,
  type TeamTicketsQuery,
  type Ticket,
  type TimelineEntry,
  ticketPriorities,
  ticketSources,
  ticketStatuses,
  ticketViews,
  type UpdateTicket,
} from "./ticket.ts";

const shape = {
  publicId: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  assignee: publicAgentSchema.nullable(),
  conversationId: idSchema,
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
  }),
);
export const updateTicketSchema = exactly<UpdateTicket>()(
  z.strictObject({
    version: z.number().int().min(1),
    subject: subjectSchema.optional(),
    status: z.enum(ticketStatuses).optional(),
    priority: z.enum(ticketPriorities).optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
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
