export const channelKinds = ["website", "api"] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** `off`: nobody can prove who they are. `optional`: who does not is anonymous. `required`: only who does may ask. */
export const identityModes = ["off", "optional", "required"] as const;
export type IdentityMode = (typeof identityModes)[number];

/** `manual`: agents take what waits. `automatic`: it is given to whoever is there and has room. */
export const assignments = ["manual", "automatic"] as const;
export type Assignment = (typeof assignments)[number];

/** How a channel looks and greets. Every key is present. */
export interface ChannelSettings {
  /** `#rrggbb`. Text on it is chosen for contrast by the widget. */
  brandColor: string;
  /** First line of the widget's home. */
  greeting: string;
  /** Second line of the widget's home. */
  tagline: string;
  position: "left" | "right";
  /** BCP 47; `null` follows the visitor's browser. */
  locale: string | null;
  botName: string;
}

/** A channel as contacts see it. */
export interface Channel {
  key: string;
  kind: ChannelKind;
  name: string;
  settings: ChannelSettings;
}

/** A channel as the team sees it. */
export interface TeamChannel extends Channel {
  id: string;
  /** Hosts that may embed the widget, such as `example.com` or `*.example.com`; empty allows all. */
  allowedDomains: string[];
  identityMode: IdentityMode;
  /** Whether a bare HMAC over an id or e-mail address is taken too. Weaker than a token: it never expires. */
  identityHash: boolean;
  assignment: Assignment;
}

/** Body of `PATCH /v1/agent/channels/:id`: keys left out stay as they are. */
export interface UpdateChannel {
  assignment?: Assignment;
}
