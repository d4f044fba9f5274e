import { sql } from "drizzle-orm";
import { customType, integer, pgPolicy, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "../ids.ts";
import { appRole, lookupRole } from "./roles.ts";

/** An instant, UTC, in milliseconds: what JavaScript can hold, so that cursors compare exactly. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/** The transaction that last changed a row, set by the database itself: who was away reads on from one. */
export const changedIn = () => transactionId().notNull().default(sql`'0'`);

/** `set_config` leaves an empty string behind when a transaction ends: that must match nothing, not fail. */
export const currentWorkspaceId = sql`nullif(current_setting('deskbell.workspace_id', true), '')::uuid`;

export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    name: text().notNull(),
    slug: text().notNull().unique(),
    maxConcurrentChats: integer().notNull().default(4),
    returnAfterSeconds: integer().notNull().default(120),
    createdAt: instant().notNull(),
  },
  () => [
    pgPolicy("workspaces_workspace", { to: appRole, using: sql`id = ${currentWorkspaceId}` }),
    pgPolicy("workspaces_lookup", { for: "select", to: lookupRole, using: sql`true` }),
  ],
);

/** What every tenant table begins with. */
export const tenantColumns = () => ({
  id: uuid().primaryKey().$defaultFn(newId),
  workspaceId: uuid()
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" }),
});

/** Rows are seen and written only inside their workspace. `migrate` forces row-level security and grants the role. */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_workspace`, {
    to: appRole,
    using: sql`workspace_id = ${currentWorkspaceId}`,
    withCheck: sql`workspace_id = ${currentWorkspaceId}`,
  });

/** For the few tables that lead to a workspace: readable by the lookup role, whatever the workspace. */
export const lookupPolicy = (table: string) =>
  pgPolicy(`${table}_lookup`, { for: "select", to: lookupRole, using: sql`true` });
