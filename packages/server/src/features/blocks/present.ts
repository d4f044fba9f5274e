import type { BlockListEntry } from "@deskbell/contract";
import type { blocks } from "./tables.ts";

export const presentBlock = ({
  id,
  contactId,
  network,
  reason,
  createdAt,
}: typeof blocks.$inferSelect): BlockListEntry => ({
  id,
  contactId,
  network,
  reason,
  createdAt: createdAt.toISOString(),
});
