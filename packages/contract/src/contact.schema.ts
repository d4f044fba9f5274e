import { z } from "zod";
import { channelSchema } from "./channel.schema.ts";
import {
  type Attributes,
  type CheckSession,
  type Contact,
  type Identity,
  type Session,
  type SessionCheck,
  type StartSession,
  sessionPrevious,
  type TeamContact,
  type Track,
  type TrackedEvent,
  type UpdateContact,
  type VerifiedIdentity,
} from "./contact.ts";
import { errorCodeSchema } from "./errors.schema.ts";
import { exactly } from "./exactly.ts";
import { clientIdSchema, idSchema, timeSchema } from "./page.schema.ts";

export const attributesSchema = exactly<Attributes>()(
  z.record(z.string().max(64), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])),
);
const shape = { id: idSchema, name: z.string().nullable(), email: z.string().nullable() };
export const contactSchema = exactly<Contact>()(z.object(shape).meta({ id: "Contact" }));
export const verifiedIdentitySchema = exactly<VerifiedIdentity>()(
  z.object({
    by: z.enum(["token", "hash"]),
    name: z.string().nullable(),
    email: z.string().nullable(),
    attributes: attributesSchema,
  }),
);
export const teamContactSchema = exactly<TeamContact>()(
  z
    .object({
      ...shape,
      phone: z.string().nullable(),
      externalId: z.string().nullable(),
      attributes: attributesSchema,
      verified: verifiedIdentitySchema.nullable(),
      lastSeenAt: timeSchema.nullable(),
      createdAt: timeSchema,
    })
    .meta({ id: "TeamContact" }),
);
const hash = z.string().regex(/^[0-9a-f]{64}$/i);
const identitySchema = exactly<Identity>()(
  z.union([
    z.strictObject({ token: z.string().min(1).max(8192) }),
    z.strictObject({ externalId: z.string().min(1).max(255), hash }),
    z.strictObject({ email: z.email().max(254), hash }),
  ]),
);
export const startSessionSchema = exactly<StartSession>()(
  z.strictObject({
    channelKey: z.string().min(1).max(64),
    token: z.string().max(200).optional(),
    identity: identitySchema.optional(),
  }),
);
export const sessionSchema = exactly<Session>()(
  z
    .object({
      token: z.string(),
      previous: z.enum(sessionPrevious),
      contact: contactSchema,
      channel: channelSchema,
    })
    .meta({ id: "Session" }),
);
export const checkSessionSchema = exactly<CheckSession>()(startSessionSchema.omit({ token: true }));
export const sessionCheckSchema = exactly<SessionCheck>()(
  z
    .object({
      time: timeSchema,
      app: z.string().nullable(),
      origin: z.string().nullable(),
      refusals: z.array(z.object({ code: errorCodeSchema, fields: z.record(z.string(), z.string()) })),
    })
    .meta({ id: "SessionCheck" }),
);
export const updateContactSchema = exactly<UpdateContact>()(
  z.strictObject({
    name: z.string().trim().min(1).max(120).nullable().optional(),
    email: z.email().max(254).nullable().optional(),
    phone: z.string().trim().min(3).max(40).nullable().optional(),
    attributes: attributesSchema.refine((a) => Object.keys(a).length <= 50, "At most 50 attributes.").optional(),
  }),
);
export const trackSchema = exactly<Track>()(
  z.strictObject({
    clientId: clientIdSchema,
    name: z.string().trim().min(1).max(64),
    attributes: attributesSchema.refine((a) => Object.keys(a).length <= 20, "At most 20 attributes.").optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
);
export const trackedEventSchema = exactly<TrackedEvent>()(
  z
    .object({
      id: idSchema,
      name: z.string(),
      attributes: attributesSchema,
      url: z.string().nullable(),
      createdAt: timeSchema,
    })
    .meta({ id: "TrackedEvent" }),
);
