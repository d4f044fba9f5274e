import { sql } from "drizzle-orm";
import { check, cidr, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, lookupPolicy, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { contacts } from "../contacts/tables.ts";

export const blocks = pgTable(
  "blocks",
  {
    ...tenantColumns(),
    contactId: uuid().references(() => contacts.id, { onDelete: "cascade" }),
    network: cidr(),
    reason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("blocks"),
    lookupPolicy("blocks"),
    uniqueIndex().on(t.workspaceId, t.contactId),
    uniqueIndex().on(t.workspaceId, t.network),
    check("blocks_contact_or_network", sql`num_nonnulls(${t.contactId}, ${t.network}) = 1`),
  ],
);
