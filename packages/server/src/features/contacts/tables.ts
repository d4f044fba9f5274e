import type { Attributes, VerifiedIdentity } from "@deskbell/contract";
import { foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    /** By the website's word; kept apart from what anybody in a browser may say. */
    verified: jsonb().$type<VerifiedIdentity>(),
    /** Whom this anonymous contact turned out to be: their conversations and tickets went there. */
    mergedInto: uuid(),
    lastSeenAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("contacts"),
    uniqueIndex().on(t.workspaceId, t.externalId),
    index().on(t.workspaceId, t.email),
    foreignKey({ columns: [t.mergedInto], foreignColumns: [t.id] }).onDelete("cascade"),
  ],
);

/** A session is a family of tokens, a row each: every resume adds one and lets the one before expire soon. */
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
    familyId: uuid().notNull().defaultRandom(),
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("sessions"),
    lookupPolicy("sessions"),
    index().on(t.workspaceId, t.contactId),
    index().on(t.familyId),
  ],
);

/** What contacts did on the website, by the word of its script. */
export const trackedEvents = pgTable(
  "tracked_events",
  {
    ...tenantColumns(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    clientId: text().notNull(),
    name: text().notNull(),
    attributes: jsonb().$type<Attributes>().notNull(),
    url: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("tracked_events"),
    uniqueIndex().on(t.contactId, t.clientId),
    index().on(t.workspaceId, t.contactId, t.id),
  ],
);
