import type { Citation } from "@deskbell/contract";
import { index, integer, jsonb, numeric, pgTable, real, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { conversations } from "../conversations/tables.ts";
import { messages } from "../messages/tables.ts";

export const outcomes = ["answered", "refused", "greeted", "handed_off"] as const;

/** Each of the bot's turns: what was asked, what it found, what it said, what that took. */
export const botInteractions = pgTable(
  "bot_interactions",
  {
    ...tenantColumns(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** The contact's message. */
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    outcome: text({ enum: outcomes }).notNull(),
    /** `null`: answered by quoting, without a model. */
    model: text(),
    question: text().notNull(),
    /** `null` when it only moved the conversation on. */
    answer: text(),
    citations: jsonb().$type<Citation[]>().notNull(),
    confidence: real().notNull(),
    latencyMs: integer().notNull(),
    inputTokens: integer(),
    outputTokens: integer(),
    /** In US dollars; `null` when the model's price is not known. */
    cost: numeric({ precision: 12, scale: 6 }),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("bot_interactions"),
    index().on(t.workspaceId, t.createdAt),
    index().on(t.conversationId),
    index().on(t.messageId),
  ],
);
