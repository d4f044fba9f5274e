import { z } from "zod";
import { exactly } from "./exactly.ts";
import { attachmentIdsSchema, attachmentSchema } from "./file.schema.ts";
import {
  type AddNote,
  type Author,
  authorKinds,
  type EditMessage,
  type Message,
  type MessagesPage,
  type MessagesQuery,
  type MessageVersion,
  type Note,
  type SendContactMessage,
  type SendMessage,
  type SendTeamMessage,
} from "./message.ts";
import { clientIdSchema, idSchema, pageOf, timeSchema } from "./page.schema.ts";
import {
  articleLinksSchema,
  cardsSchema,
  formResponseSchema,
  formSchema,
  offerInputSchema,
  quickRepliesSchema,
  replySchema,
  responseInputSchema,
} from "./payload.schema.ts";
import { ticketStatuses } from "./ticket.ts";

export const authorSchema = exactly<Author>()(
  z
    .object({
      kind: z.enum(authorKinds),
      id: idSchema.nullable(),
      name: z.string().nullable(),
      avatarUrl: z.string().nullable(),
    })
    .meta({ id: "Author" }),
);

const citationSchema = z
  .object({
    number: z.number().int(),
    slug: z.string(),
    title: z.string(),
    anchor: z.string().nullable(),
    quote: z.string(),
  })
  .meta({ id: "Citation" });

const activitySchema = z
  .discriminatedUnion("name", [
    z.object({ name: z.literal("handed_off") }),
    z.object({ name: z.literal("claimed"), agentName: z.string() }),
    z.object({ name: z.literal("assigned"), agentName: z.string() }),
    z.object({ name: z.literal("released"), agentName: z.string().nullable() }),
    z.object({ name: z.literal("returned"), agentName: z.string() }),
    z.object({ name: z.literal("closed"), by: z.enum(["contact", "team"]), agentName: z.string().nullable() }),
    z.object({ name: z.literal("idle_warned"), closesAfterMinutes: z.number().int() }),
    z.object({ name: z.literal("archived") }),
    z.object({ name: z.literal("transferred_to_agent"), agentName: z.string() }),
    z.object({ name: z.literal("transferred_to_team"), teamName: z.string() }),
    z.object({ name: z.literal("reopened") }),
    z.object({ name: z.literal("escalated"), ticketNumber: z.number().int(), ticketPublicId: z.string() }),
    z.object({
      name: z.literal("ticket_status_changed"),
      ticketNumber: z.number().int(),
      status: z.enum(ticketStatuses),
    }),
  ])
  .meta({ id: "Activity" });

export const messagePayloadSchema = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("answer"), citations: z.array(citationSchema), offersHandoff: z.boolean() }),
    z.object({ type: z.literal("activity"), activity: activitySchema }),
    quickRepliesSchema,
    cardsSchema,
    articleLinksSchema,
    formSchema,
    replySchema,
    formResponseSchema,
  ])
  .meta({ id: "MessagePayload" });

export const messageSchema = exactly<Message>()(
  z
    .object({
      id: idSchema,
      conversationId: idSchema,
      seq: z.number().int(),
      clientId: z.string().nullable(),
      author: authorSchema,
      body: z.string(),
      attachments: z.array(attachmentSchema),
      payload: messagePayloadSchema.nullable(),
      createdAt: timeSchema,
      changeSeq: z.number().int(),
      editedAt: timeSchema.nullable(),
      deletedAt: timeSchema.nullable(),
      deletedBy: authorSchema.nullable(),
    })
    .meta({ id: "Message" }),
);
export const messagesPageSchema = exactly<MessagesPage>()(
  pageOf(messageSchema).extend({ lastChangeSeq: z.number().int() }),
);
export const messageVersionSchema = exactly<MessageVersion>()(
  z
    .object({
      id: idSchema,
      messageId: idSchema,
      change: z.enum(["edited", "deleted"]),
      body: z.string(),
      payload: messagePayloadSchema.nullable(),
      author: authorSchema,
      createdAt: timeSchema,
    })
    .meta({ id: "MessageVersion" }),
);

/** Not trimmed: what was typed is what is stored. Blank is refused. */
export const bodySchema = z.string().max(8000).regex(/\S/, "Must not be blank.");
/** Words, or files, or both. */
export const contentShape = { body: z.string().max(8000), attachments: attachmentIdsSchema.optional() };
export const hasContent = ({ body, attachments = [] }: { body: string; attachments?: string[] | undefined }): boolean =>
  attachments.length > 0 || /\S/.test(body);
export const noContent = { path: ["body"], error: "Must not be blank." };

const sendShape = { clientId: clientIdSchema, ...contentShape };
export const sendMessageSchema = exactly<SendMessage>()(z.strictObject(sendShape).refine(hasContent, noContent));
export const sendContactMessageSchema = exactly<SendContactMessage>()(
  z.strictObject({ ...sendShape, payload: responseInputSchema.optional() }).refine(hasContent, noContent),
);
export const sendTeamMessageSchema = exactly<SendTeamMessage>()(
  z.strictObject({ ...sendShape, payload: offerInputSchema.optional() }).refine(hasContent, noContent),
);
export const addNoteSchema = exactly<AddNote>()(z.strictObject({ clientId: clientIdSchema, body: bodySchema }));
export const editMessageSchema = exactly<EditMessage>()(z.strictObject({ body: bodySchema }));
export const pathMessageId = z.strictObject({ id: idSchema, messageId: idSchema });

/** The database's 32-bit integer. */
const greatestSeq = 2_147_483_647;
export const messagesQuerySchema = exactly<MessagesQuery>()(
  z
    .strictObject({
      after: z.coerce.number<string>().int().min(0).max(greatestSeq).optional(),
      before: z.coerce.number<string>().int().min(1).max(greatestSeq).optional(),
      changedAfter: z.coerce.number<string>().int().min(0).max(greatestSeq).optional(),
      limit: z.coerce.number<string>().int().min(1).max(200).optional(),
    })
    .refine(({ after, before, changedAfter }) => changedAfter === undefined || (after ?? before) === undefined, {
      path: ["changedAfter"],
      error: "Stands alone, without after and before.",
    }),
);

export const noteSchema = exactly<Note>()(
  z
    .object({
      id: idSchema,
      conversationId: idSchema,
      clientId: z.string(),
      afterSeq: z.number().int(),
      author: authorSchema,
      body: z.string(),
      createdAt: timeSchema,
    })
    .meta({ id: "Note" }),
);
