import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { contacts } from "../contacts/tables.ts";

/** Which proactive messages a contact has been shown. */
export const proactiveShown = pgTable(
  "proactive_shown",
  {
    ...tenantColumns(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    /** Of a rule in the channel's list. */
    ruleId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("proactive_shown"), uniqueIndex().on(t.contactId, t.ruleId)],
);
