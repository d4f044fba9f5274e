import type { Contact, TeamContact } from "@deskbell/contract";
import type { contacts } from "./tables.ts";

export type ContactRow = typeof contacts.$inferSelect;

export const presentContact = ({ id, name, email }: ContactRow): Contact => ({ id, name, email });

export const presentTeamContact = (row: ContactRow): TeamContact => ({
  ...presentContact(row),
  phone: row.phone,
  externalId: row.externalId,
  attributes: row.attributes,
  verified: row.verified,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
