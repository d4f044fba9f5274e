import type { Attributes } from "@deskbell/contract";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { channels } from "../channels/tables.ts";

export const contacts = pgTable(
  "contacts",
  {
    ...tenantColumns(),
    externalId: text(),
    name: text(),
    email: text(),
    phone: text(),
    /** Set by page scripts: unverified. */
    attributes: jsonb().$type<Attributes>().notNull(),
    lastSeenAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("contacts"), uniqueIndex().on(t.workspaceId, t.externalId), index().on(t.workspaceId, t.email)],
);

export const sessions = pgTable(
  "sessions",
  {
    ...tenantColumns(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("sessions"), lookupPolicy("sessions"), index().on(t.workspaceId, t.contactId)],
);
