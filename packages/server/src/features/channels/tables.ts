import {
  afterCloses,
  assignments,
  type ChannelSettings,
  channelKinds,
  type IdleRules,
  identityModes,
  type LocalFormField,
  type OfficeHours,
  type PreChatForm,
  type ProactiveRule,
} from "@deskbell/contract";
import { boolean, customType, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    identityMode: text({ enum: identityModes }).notNull().default("optional"),
    identityHash: boolean().notNull().default(false),
    assignment: text({ enum: assignments }).notNull().default("manual"),
    several: boolean().notNull().default(true),
    afterClose: text({ enum: afterCloses }).notNull().default("new"),
    idle: jsonb().$type<IdleRules>(),
    preChat: jsonb().$type<PreChatForm>(),
    ticketFields: jsonb().$type<LocalFormField[]>().notNull().default([]),
    hours: jsonb().$type<OfficeHours>(),
    proactive: jsonb().$type<ProactiveRule[]>().notNull().default([]),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("channels"), lookupPolicy("channels"), index().on(t.workspaceId, t.name)],
);

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  // One driver has a plain array, the other a buffer.
  fromDriver: (value) => Buffer.from(value),
});

/** Pictures that were uploaded for the widget's home, small, as they are served. The last few of a channel are kept: scripts that name them are cached. */
export const logos = pgTable(
  "logos",
  {
    ...tenantColumns(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    /** Of the content: what has the same address is the same. */
    hash: text().notNull(),
    content: bytes().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("logos"),
    index().on(t.workspaceId, t.channelId, t.createdAt),
    uniqueIndex().on(t.channelId, t.hash),
  ],
);

/** Live until revoked. The secret is nowhere: it is made of the id and the installation's own secret, see `identity-secret.ts`. */
export const identityKeys = pgTable(
  "identity_keys",
  {
    ...tenantColumns(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    kid: text().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [tenantPolicy("identity_keys"), index().on(t.workspaceId, t.channelId), uniqueIndex().on(t.channelId, t.kid)],
);
