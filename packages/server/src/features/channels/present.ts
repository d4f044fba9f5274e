import type { Channel, TeamChannel } from "@deskbell/contract";
import type { channels } from "./tables.ts";

export type ChannelRow = typeof channels.$inferSelect;

export const presentChannel = ({ key, kind, name, settings, several, afterClose }: ChannelRow): Channel => ({
  key,
  kind,
  name,
  settings,
  conversations: { several, afterClose },
});

export const presentTeamChannel = (row: ChannelRow): TeamChannel => ({
  ...presentChannel(row),
  id: row.id,
  allowedDomains: row.allowedDomains,
  identityMode: row.identityMode,
  identityHash: row.identityHash,
  assignment: row.assignment,
  idle: row.idle,
});
