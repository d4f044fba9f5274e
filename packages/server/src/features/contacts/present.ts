import type { Contact, TeamContact, TrackedEvent } from "@deskbell/contract";
import type { contacts, trackedEvents } from "./tables.ts";

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

type TrackedEventRow = typeof trackedEvents.$inferSelect;

export const presentTrackedEvent = ({ id, name, attributes, url, createdAt }: TrackedEventRow): TrackedEvent => ({
  id,
  name,
  attributes,
  url,
  createdAt: createdAt.toISOString(),
});
