import { integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { conversations } from "../conversations/tables.ts";

/**
 * What waiting contacts were last told about their place: so that only who has moved is told again, and whoever looks
 * afresh sees what was told.
 */
export const queuePlaces = pgTable(
  "queue_places",
  {
    ...tenantColumns(),
    conversationId: uuid()
      .notNull()
      .unique()
      .references(() => conversations.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    expectedWaitSeconds: integer(),
    updatedAt: instant().notNull(),
  },
  () => [tenantPolicy("queue_places"), lookupPolicy("queue_places")],
);
