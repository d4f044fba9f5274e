import { type Channel, type ChannelSettings, fileKinds, type TeamChannel } from "@deskbell/contract";
import type { Deps } from "../../context.ts";
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

/** Channels of before have not chosen what is newer than they are. */
export const settingsOf = ({ settings }: Pick<ChannelRow, "settings">): ChannelSettings => ({
  ...defaultChannelSettings,
  ...settings,
});

export const presentChannel = (row: ChannelRow, { mailer }: Pick<Deps, "mailer">): Channel => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  settings: settingsOf(row),
  conversations: { several: row.several, afterClose: row.afterClose },
  asksFirst: row.preChat !== null,
  sendsMail: mailer !== null,
  asksInTickets: row.ticketFields.length > 0,
});

export const presentTeamChannel = (row: ChannelRow, deps: Pick<Deps, "mailer">): TeamChannel => ({
  ...presentChannel(row, deps),
  id: row.id,
  allowedDomains: row.allowedDomains,
  identityMode: row.identityMode,
  identityHash: row.identityHash,
  assignment: row.assignment,
  idle: row.idle,
  preChat: row.preChat,
  ticketFields: row.ticketFields,
  hours: row.hours,
  proactive: row.proactive,
});
