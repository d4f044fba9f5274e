import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { conversations } from "../conversations/tables.ts";

/** Conversations that somebody wanted by e-mail. What stands in one is read when it is sent: nothing of it is kept here. */
export const transcripts = pgTable(
  "transcripts",
  {
    ...tenantColumns(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    clientId: text().notNull(),
    email: text().notNull(),
    /** `null`: the contact's, by their words. */
    locale: text(),
    /** `null`: UTC. */
    timeZone: text(),
    state: text({ enum: ["waiting", "sent", "refused"] }).notNull(),
    /** Why it was refused. */
    reason: text(),
    createdAt: instant().notNull(),
    /** When it was sent or refused. */
    endedAt: instant(),
  },
  (t) => [tenantPolicy("transcripts"), uniqueIndex().on(t.conversationId, t.clientId)],
);
