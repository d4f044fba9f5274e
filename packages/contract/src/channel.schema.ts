import { z } from "zod";
import { allowedDomainSchema } from "./allowed-domain.schema.ts";
import {
  afterCloses,
  assignments,
  type Channel,
  type ChannelSettings,
  type ConversationRules,
  channelKinds,
  type IdleRules,
  identityModes,
  type TeamChannel,
  type UpdateChannel,
} from "./channel.ts";
import { exactly } from "./exactly.ts";
import { fileSettingsSchema } from "./file.schema.ts";
import { localFormFieldsSchema } from "./form-question.schema.ts";
import { localWordsSchema } from "./local-words.schema.ts";
import { presetNames, themes } from "./looks.ts";
import { officeHoursSchema } from "./office-hours.schema.ts";
import { idSchema } from "./page.schema.ts";
import { preChatFormSchema } from "./pre-chat.schema.ts";
import { proactiveRulesSchema } from "./proactive.schema.ts";

const logoPath = /^\/files\/logos\/[\w-]{1,64}\.[0-9a-f]{16}\.webp$/;
const offset = z.number().int().min(0).max(500);
/** Uploaded, by its path on our own origin; or anywhere, by https, which every page may show. */
const logo = z.union(
  [z.string().regex(logoPath), z.url({ protocol: /^https$/ }).max(2000)],
  "An https address, such as https://shop.example/logo.png.",
);

const settingsShape = {
  brandColor: z.string().regex(/^#[0-9a-f]{6}$/i, "A colour, such as #4f46e5."),
  greeting: z.string().max(120),
  tagline: z.string().max(240),
  position: z.enum(["left", "right"]),
  offsetX: offset,
  offsetY: offset,
  theme: z.enum(themes),
  preset: z.enum(presetNames),
  title: z.string().trim().min(1).max(60).nullable(),
  logoUrl: logo.nullable(),
  locale: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, "A language, such as de or pt-BR.")
    .nullable(),
  botName: z.string().max(60),
  files: fileSettingsSchema,
  announcement: localWordsSchema(500).nullable(),
  links: z
    .array(z.strictObject({ label: localWordsSchema(80), url: z.url({ protocol: /^https?$/ }).max(2000) }))
    .max(8),
};
const rulesShape = { several: z.boolean(), afterClose: z.enum(afterCloses) };
const minutes = z.number().int().min(1).max(43_200);
const idleShape = { warnAfterMinutes: minutes, closeAfterMinutes: minutes, makeTicket: z.boolean() };

export const channelSettingsSchema = exactly<ChannelSettings>()(
  z.object(settingsShape).meta({ id: "ChannelSettings" }),
);
const conversationRulesSchema = exactly<ConversationRules>()(z.object(rulesShape).meta({ id: "ConversationRules" }));
const idleRulesSchema = exactly<IdleRules>()(z.object(idleShape).meta({ id: "IdleRules" }));

const shape = {
  key: z.string(),
  kind: z.enum(channelKinds),
  name: z.string(),
  settings: channelSettingsSchema,
  conversations: conversationRulesSchema,
  asksFirst: z.boolean(),
  sendsMail: z.boolean(),
  asksInTickets: z.boolean(),
};
export const channelSchema = exactly<Channel>()(z.object(shape).meta({ id: "Channel" }));
export const teamChannelSchema = exactly<TeamChannel>()(
  z
    .object({
      ...shape,
      id: idSchema,
      allowedDomains: z.array(z.string()),
      identityMode: z.enum(identityModes),
      identityHash: z.boolean(),
      idle: idleRulesSchema.nullable(),
      assignment: z.enum(assignments),
      preChat: preChatFormSchema.nullable(),
      ticketFields: localFormFieldsSchema,
      hours: officeHoursSchema.nullable(),
      proactive: proactiveRulesSchema,
    })
    .meta({ id: "TeamChannel" }),
);

export const updateChannelSchema = exactly<UpdateChannel>()(
  z.strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    settings: z.strictObject(settingsShape).partial().optional(),
    allowedDomains: z.array(allowedDomainSchema).max(100).optional(),
    identityMode: z.enum(identityModes).optional(),
    identityHash: z.boolean().optional(),
    conversations: z.strictObject(rulesShape).partial().optional(),
    idle: z.strictObject(idleShape).nullable().optional(),
    assignment: z.enum(assignments).optional(),
    preChat: preChatFormSchema.nullable().optional(),
    ticketFields: localFormFieldsSchema.optional(),
    hours: officeHoursSchema.nullable().optional(),
    proactive: proactiveRulesSchema.optional(),
  }),
);
