import type { ContactPresence } from "@deskbell/contract";
import type { ContactPresenceRow } from "./queries.ts";

export const presentContactPresence = (row: ContactPresenceRow): ContactPresence => ({
  contactId: row.id,
  online: row.personId !== null,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  page: row.pageUrl === null ? null : { url: row.pageUrl, title: row.pageTitle ?? "" },
});
