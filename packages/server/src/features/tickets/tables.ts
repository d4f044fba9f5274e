import { type CustomField, ticketPriorities, ticketSources, ticketStatuses } from "@deskbell/contract";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { changedIn, instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { agents } from "../agents/tables.ts";
import { contacts } from "../contacts/tables.ts";

export const tickets = pgTable(
  "tickets",
  {
    ...tenantColumns(),
    number: integer().notNull(),
    publicId: text().notNull().unique(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    subject: text().notNull(),
    status: text({ enum: ticketStatuses }).notNull(),
    priority: text({ enum: ticketPriorities }).notNull(),
    source: text({ enum: ticketSources }).notNull(),
    assigneeId: uuid().references(() => agents.id, { onDelete: "set null" }),
    tags: text().array().notNull(),
    customFields: jsonb().$type<CustomField[]>().notNull().default([]),
    version: integer().notNull(),
    resolvedAt: instant(),
    closedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    changedIn: changedIn(),
  },
  (t) => [
    tenantPolicy("tickets"),
    uniqueIndex().on(t.workspaceId, t.number),
    index().on(t.workspaceId, t.status, t.updatedAt),
    index().on(t.workspaceId, t.assigneeId, t.updatedAt),
    index().on(t.workspaceId, t.contactId, t.updatedAt),
    index().on(t.workspaceId, t.changedIn),
  ],
);

/** The last number given out in a workspace. */
export const ticketCounters = pgTable(
  "ticket_counters",
  { ...tenantColumns(), lastNumber: integer().notNull() },
  (t) => [tenantPolicy("ticket_counters"), uniqueIndex().on(t.workspaceId)],
);
