import { z } from "zod";
import { exactly } from "./exactly.ts";
import { idSchema, timeSchema } from "./page.schema.ts";
import type { ContactPresence, Presence, ViewedPage } from "./presence.ts";

export const presenceSchema = exactly<Presence>()(
  z
    .object({ available: z.boolean(), agents: z.array(z.object({ id: idSchema, available: z.boolean() })) })
    .meta({ id: "Presence" }),
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
