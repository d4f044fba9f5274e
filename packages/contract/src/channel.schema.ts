import { z } from "zod";
import {
  assignments,
  type Channel,
  type ChannelSettings,
  channelKinds,
  identityModes,
  type TeamChannel,
  type UpdateChannel,
} from "./channel.ts";
import { exactly } from "./exactly.ts";
import { idSchema } from "./page.schema.ts";

export const channelSettingsSchema = exactly<ChannelSettings>()(
  z
    .object({
      brandColor: z.string().regex(/^#[0-9a-f]{6}$/i),
      greeting: z.string().max(120),
      tagline: z.string().max(240),
      position: z.enum(["left", "right"]),
      locale: z.string().nullable(),
      botName: z.string().max(60),
    })
    .meta({ id: "ChannelSettings" }),
);

const shape = { key: z.string(), kind: z.enum(channelKinds), name: z.string(), settings: channelSettingsSchema };
export const channelSchema = exactly<Channel>()(z.object(shape).meta({ id: "Channel" }));
export const teamChannelSchema = exactly<TeamChannel>()(
  z
    .object({
      ...shape,
      id: idSchema,
      allowedDomains: z.array(z.string()),
      identityMode: z.enum(identityModes),
      identityHash: z.boolean(),
      assignment: z.enum(assignments),
    })
    .meta({ id: "TeamChannel" }),
);
export const updateChannelSchema = exactly<UpdateChannel>()(
  z.strictObject({ assignment: z.enum(assignments).optional() }),
);
