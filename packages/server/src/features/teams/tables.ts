import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { agents } from "../agents/tables.ts";

export const teams = pgTable(
  "teams",
  {
    ...tenantColumns(),
    clientId: text().notNull(),
    name: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("teams"),
    uniqueIndex().on(t.workspaceId, t.clientId),
    uniqueIndex("teams_name_index").on(t.workspaceId, sql`lower(${t.name})`),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    ...tenantColumns(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
  },
  (t) => [
    tenantPolicy("team_members"),
    uniqueIndex().on(t.teamId, t.agentId),
    index().on(t.workspaceId, t.agentId, t.teamId),
  ],
);
