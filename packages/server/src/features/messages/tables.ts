import { authorKinds, type MessagePayload } from "@deskbell/contract";
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import type { KeptFile } from "../../files/kept-file.ts";
import { conversations } from "../conversations/tables.ts";

const conversationId = () =>
  uuid()
    .notNull()
    .references(() => conversations.id, { onDelete: "cascade" });

export const messages = pgTable(
  "messages",
  {
    ...tenantColumns(),
    conversationId: conversationId(),
    seq: integer().notNull(),
    clientId: text(),
    authorKind: text({ enum: authorKinds }).notNull(),
    authorId: uuid(),
    authorName: text(),
    body: text().notNull(),
    /** A copy of the rows of `files`, so that a message is read without them; `null` for none. */
    attachments: jsonb().$type<KeptFile[]>(),
    payload: jsonb().$type<MessagePayload>(),
    createdAt: instant().notNull(),
    /** 0 until it is edited or deleted; then the conversation's next change. */
    changeSeq: integer().notNull().default(0),
    editedAt: instant(),
    deletedAt: instant(),
    deletedByKind: text({ enum: authorKinds }),
    deletedById: uuid(),
    deletedByName: text(),
  },
  (t) => [
    tenantPolicy("messages"),
    uniqueIndex().on(t.conversationId, t.seq),
    uniqueIndex().on(t.conversationId, t.clientId),
    // Most messages never change: sending one does not touch this.
    uniqueIndex().on(t.conversationId, t.changeSeq).where(sql`${t.changeSeq} > 0`),
  ],
);

/** What messages said until they were changed: for the team, and a table of its own, so that no contact can be shown one. */
export const messageVersions = pgTable(
  "message_versions",
  {
    ...tenantColumns(),
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    change: text({ enum: ["edited", "deleted"] }).notNull(),
    body: text().notNull(),
    payload: jsonb().$type<MessagePayload>(),
    /** Who changed it. */
    authorKind: text({ enum: authorKinds }).notNull(),
    authorId: uuid(),
    authorName: text(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("message_versions"), index().on(t.workspaceId, t.messageId, t.id)],
);

/** Internal messages: a table of their own, so that no query for messages can ever return one. */
export const notes = pgTable(
  "notes",
  {
    ...tenantColumns(),
    conversationId: conversationId(),
    clientId: text().notNull(),
    afterSeq: integer().notNull(),
    authorKind: text({ enum: authorKinds }).notNull(),
    authorId: uuid(),
    authorName: text(),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("notes"),
    uniqueIndex().on(t.conversationId, t.clientId),
    index().on(t.workspaceId, t.conversationId, t.id),
  ],
);
