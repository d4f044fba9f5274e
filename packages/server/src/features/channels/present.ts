import { type Channel, type ChannelSettings, fileKinds, type TeamChannel } from "@deskbell/contract";
import type { channels } from "./tables.ts";

export type ChannelRow = typeof channels.$inferSelect;

export const defaultChannelSettings: ChannelSettings = {
  brandColor: "#4f46e5",
  greeting: "Hi there",
  tagline: "Ask us anything, or look it up in our help articles.",
  position: "right",
  offsetX: 20,
  offsetY: 20,
  theme: "auto",
  preset: "classic",
  title: null,
  logoUrl: null,
  locale: null,
  botName: "Bell",
  files: { kinds: [...fileKinds], maxBytes: 20 * 1024 * 1024 },
  announcement: null,
  links: [],
};

export const presentChannel = ({ key, kind, name, settings, several, afterClose, preChat }: ChannelRow): Channel => ({
  key,
  kind,
  name,
  // Channels of before have not chosen what is newer than they are.
  settings: { ...defaultChannelSettings, ...settings },
  conversations: { several, afterClose },
  asksFirst: preChat !== null,
});

export const presentTeamChannel = (row: ChannelRow): TeamChannel => ({
  ...presentChannel(row),
  id: row.id,
  allowedDomains: row.allowedDomains,
  identityMode: row.identityMode,
  identityHash: row.identityHash,
  assignment: row.assignment,
  idle: row.idle,
  preChat: row.preChat,
  hours: row.hours,
  proactive: row.proactive,
});
