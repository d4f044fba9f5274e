import { z } from "zod";
import { exactly } from "./exactly.ts";
import { officeStateSchema } from "./office-hours.schema.ts";
import { idSchema, timeSchema } from "./page.schema.ts";
import type { ContactPresence, Presence, PresenceNow, ViewedPage } from "./presence.ts";

const shape = { available: z.boolean(), agents: z.array(z.object({ id: idSchema, available: z.boolean() })) };
export const presenceSchema = exactly<Presence>()(z.object(shape).meta({ id: "Presence" }));
export const presenceNowSchema = exactly<PresenceNow>()(
  z.object({ ...shape, office: officeStateSchema.nullable() }).meta({ id: "PresenceNow" }),
);

/** What is no page of the web is nothing to show: `javascript:` in a link would run. */
export const viewedPageSchema = exactly<ViewedPage>()(
  z.strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    title: z.string().max(200),
  }),
);
export const contactPresenceSchema = exactly<ContactPresence>()(
  z
    .object({
      contactId: idSchema,
      online: z.boolean(),
      lastSeenAt: timeSchema.nullable(),
      page: z.object({ url: z.string(), title: z.string() }).nullable(),
    })
    .meta({ id: "ContactPresence" }),
);
