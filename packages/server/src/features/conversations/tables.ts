import { type Attributes, handlings } from "@deskbell/contract";
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { changedIn, instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { agents } from "../agents/tables.ts";
import { channels } from "../channels/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { teams } from "../teams/tables.ts";
import { tickets } from "../tickets/tables.ts";

/**
 * In words that are the same wherever it stands, so that PostgreSQL knows its index: the contact's word is missing, and no ticket holds it,
 * which has its own ways to end.
 */
export const silentOnes = sql.raw("idle_since is not null and ticket_id is null and handling in ('bot', 'agent')");

export const conversations = pgTable(
  "conversations",
  {
    ...tenantColumns(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    clientId: text().notNull(),
    ticketId: uuid().references(() => tickets.id),
    handling: text({ enum: handlings }).notNull(),
    assigneeId: uuid().references(() => agents.id, { onDelete: "set null" }),
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    lastSeq: integer().notNull(),
    lastChangeSeq: integer().notNull().default(0),
    contactReadSeq: integer().notNull(),
    agentReadSeq: integer().notNull(),
    contactDeliveredSeq: integer().notNull().default(0),
    agentDeliveredSeq: integer().notNull().default(0),
    ratingScore: integer(),
    ratingComment: text(),
    /** Once a human was asked for, the bot stays silent for good. */
    humanRequestedAt: instant(),
    queuedAt: instant(),
    /** The contact has been silent since this last word of bot or agent; `null` while the word is with the team. */
    idleSince: instant(),
    idleWarnedAt: instant(),
    /** The `queuedAt` of before it was taken or transferred: it comes back to that place. */
    keptQueuedAt: instant(),
    labels: text().array().notNull().default([]),
    /** By page scripts and the team: unverified. */
    attributes: jsonb().$type<Attributes>().notNull().default({}),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    changedIn: changedIn(),
  },
  (t) => [
    tenantPolicy("conversations"),
    uniqueIndex().on(t.contactId, t.clientId),
    index().on(t.workspaceId, t.contactId, t.updatedAt),
    index().on(t.workspaceId, t.handling, t.queuedAt),
    index().on(t.workspaceId, t.assigneeId, t.updatedAt),
    index().on(t.workspaceId, t.teamId).where(sql`${t.teamId} is not null`),
    index().on(t.workspaceId, t.updatedAt),
    index().on(t.workspaceId, t.ticketId),
    index().on(t.workspaceId, t.changedIn),
    index().on(t.workspaceId, t.channelId, t.idleSince).where(sql`${t.idleWarnedAt} is null and ${silentOnes}`),
    index().on(t.workspaceId, t.channelId, t.idleWarnedAt).where(sql`${t.idleWarnedAt} is not null and ${silentOnes}`),
  ],
);
