import { fileStates } from "@deskbell/contract";
import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { messages } from "../messages/tables.ts";

/** Everything in the storage has a row here, from before it is stored until after it is removed: nothing is left over. */
export const files = pgTable(
  "files",
  {
    ...tenantColumns(),
    ownerKind: text({ enum: ["contact", "agent", "apiKey"] }).notNull(),
    ownerId: text().notNull(),
    clientId: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    width: integer(),
    height: integer(),
    state: text({ enum: ["storing", ...fileStates] }).notNull(),
    /** Of what the scanner found. */
    malware: text(),
    /** Signs the file's links: a new one voids them all. */
    key: text().notNull(),
    /** Without one for a day, the file is removed: so are those whose message is deleted. */
    messageId: uuid().references(() => messages.id, { onDelete: "set null" }),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("files"),
    // Of several attempts at the same upload one is kept.
    uniqueIndex().on(t.workspaceId, t.ownerKind, t.ownerId, t.clientId).where(sql`${t.state} <> 'storing'`),
    index().on(t.messageId),
    index().on(t.workspaceId, t.createdAt).where(sql`${t.messageId} is null`),
  ],
);
