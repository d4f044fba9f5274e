import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";

/** A running process holds a lease, which it renews. It belongs to no workspace. */
export const nodes = pgTable("nodes", { id: uuid().primaryKey(), aliveUntil: instant().notNull() });

/** Who is connected to which node, once however many sockets they have there. Goes with the node. */
export const connections = pgTable(
  "connections",
  {
    ...tenantColumns(),
    nodeId: uuid()
      .notNull()
      .references(() => nodes.id, { onDelete: "cascade" }),
    audience: text({ enum: ["contact", "team"] }).notNull(),
    /** A contact or an agent. */
    personId: uuid().notNull(),
    /** The page that a contact looks at. */
    pageUrl: text(),
    pageTitle: text(),
  },
  (t) => [
    tenantPolicy("connections"),
    lookupPolicy("connections"),
    uniqueIndex().on(t.nodeId, t.personId),
    index().on(t.workspaceId, t.personId),
  ],
);
