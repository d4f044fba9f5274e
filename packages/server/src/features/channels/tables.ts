import { type ChannelSettings, channelKinds } from "@deskbell/contract";
import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";

export const channels = pgTable(
  "channels",
  {
    ...tenantColumns(),
    kind: text({ enum: channelKinds }).notNull(),
    /** Public: it stands in the website's script tag, and is unique over all workspaces. */
    key: text().notNull().unique(),
    name: text().notNull(),
    settings: jsonb().$type<ChannelSettings>().notNull(),
    allowedDomains: text().array().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("channels"), lookupPolicy("channels"), index().on(t.workspaceId, t.name)],
);
