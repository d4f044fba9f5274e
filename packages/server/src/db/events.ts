import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "./tenant-table.ts";

/** The event log: what happened, by whom, about what. Appended in the transaction of the happening, never changed. */
export const events = pgTable(
  "events",
  {
    ...tenantColumns(),
    type: text().notNull(),
    actorKind: text({ enum: ["contact", "agent", "apiKey", "bot", "system"] }).notNull(),
    actorId: uuid(),
    actorName: text(),
    conversationId: uuid(),
    ticketId: uuid(),
    contactId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("events"),
    index().on(t.workspaceId, t.conversationId, t.id),
    index().on(t.workspaceId, t.ticketId, t.id),
    index("events_waited_index").on(t.workspaceId, t.createdAt).where(sql`${t.data} ? 'waitedMs'`),
  ],
);
