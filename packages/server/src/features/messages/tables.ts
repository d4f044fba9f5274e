import { authorKinds, type MessagePayload } from "@deskbell/contract";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
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
    payload: jsonb().$type<MessagePayload>(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("messages"),
    uniqueIndex().on(t.conversationId, t.seq),
    uniqueIndex().on(t.conversationId, t.clientId),
  ],
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
