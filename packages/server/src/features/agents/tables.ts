import { agentRoles, agentStatuses } from "@deskbell/contract";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { newId } from "../../ids.ts";

export const agents = pgTable(
  "agents",
  {
    ...tenantColumns(),
    userId: uuid()
      .notNull()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    email: text().notNull(),
    role: text({ enum: agentRoles }).notNull(),
    status: text({ enum: agentStatuses }).notNull().default("online"),
    /** `null`: the workspace's. */
    maxConcurrentChats: integer(),
    /** Since when they are not there, or not for chats; `null` while they can be given one. */
    unavailableSince: instant().default(sql`now()`),
    /** Who was given a chat longest ago is next among equals. */
    lastGivenAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("agents"),
    lookupPolicy("agents"),
    uniqueIndex().on(t.workspaceId, t.userId),
    index().on(t.userId),
  ],
);

/** Server-to-server credentials of a workspace. */
export const apiKeys = pgTable(
  "api_keys",
  {
    ...tenantColumns(),
    name: text().notNull(),
    role: text({ enum: agentRoles }).notNull(),
    keyHash: text().notNull().unique(),
    createdAt: instant().notNull(),
  },
  () => [tenantPolicy("api_keys"), lookupPolicy("api_keys")],
);

// better-auth's own tables: a person may work in several workspaces, so these belong to none, and the workspaces' role
// has no grant on them. Columns as in https://better-auth.com/docs/concepts/database#core-schema
const authColumns = () => ({
  id: uuid().primaryKey().$defaultFn(newId),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});
const userId = () =>
  uuid()
    .notNull()
    .references(() => authUsers.id, { onDelete: "cascade" });

export const authUsers = pgTable("auth_users", {
  ...authColumns(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull(),
  image: text(),
});

export const authSessions = pgTable(
  "auth_sessions",
  {
    ...authColumns(),
    userId: userId(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
  },
  (t) => [index().on(t.userId)],
);

export const authAccounts = pgTable(
  "auth_accounts",
  {
    ...authColumns(),
    userId: userId(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    scope: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
  },
  (t) => [index().on(t.userId)],
);

export const authVerifications = pgTable(
  "auth_verifications",
  { ...authColumns(), identifier: text().notNull(), value: text().notNull(), expiresAt: instant().notNull() },
  (t) => [index().on(t.identifier)],
);
