import type { FileSettings } from "./file.ts";
import type { LocalFormField } from "./form-question.ts";
import type { LocalWords } from "./local-words.ts";
import type { Preset, Theme } from "./looks.ts";
import type { OfficeHours } from "./office-hours.ts";
import type { PreChatForm } from "./pre-chat.ts";
import type { ProactiveRule } from "./proactive.ts";

export const channelKinds = ["website", "api"] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** `off`: nobody can prove who they are. `optional`: who does not is anonymous. `required`: only who does may ask. */
export const identityModes = ["off", "optional", "required"] as const;
export type IdentityMode = (typeof identityModes)[number];

/** `manual`: agents take what waits. `automatic`: it is given to whoever is there and has room. */
export const assignments = ["manual", "automatic"] as const;
export type Assignment = (typeof assignments)[number];

/** A way from the widget's home to a page. */
export interface HomeLink {
  label: LocalWords;
  /** http or https. */
  url: string;
}

/** Of a logo that is uploaded, in bytes. */
export const logoMaxBytes = 1024 * 1024;

/** How a channel looks and greets. Every key is present. */
export interface ChannelSettings {
  /** `#rrggbb`. Text on it is chosen for contrast by the widget. */
  brandColor: string;
  /** First line of the widget's home. */
  greeting: string;
  /** Second line of the widget's home. */
  tagline: string;
  position: "left" | "right";
  /** Pixels between the page's side and what we draw, 0 to 500. */
  offsetX: number;
  /** Pixels between the page's bottom and what we draw, 0 to 500. */
  offsetY: number;
  theme: Theme;
  preset: Preset;
  /** What the panel is called, on its home and to screen readers; `null`: nothing on the home, "Support" to screen readers. */
  title: string | null;
  /** A picture on the widget's home: of https, or the path on our own origin of one that was uploaded; `null` shows none. */
  logoUrl: string | null;
  /** BCP 47; `null` follows the visitor's browser. */
  locale: string | null;
  botName: string;
  /** What contacts may attach. */
  files: FileSettings;
  /** Stands on the widget's home; `null` says nothing. */
  announcement: LocalWords | null;
  /** Stand on the widget's home, at most 8. */
  links: HomeLink[];
}

/** What a contact's next words go into: `reopen` the closed conversation, or have the contact begin a `new` one. */
export const afterCloses = ["reopen", "new"] as const;
export type AfterClose = (typeof afterCloses)[number];

/** How many conversations a contact has, and what becomes of closed ones. Those that a ticket holds follow their ticket instead. */
export interface ConversationRules {
  /** Whether a contact may start another while one is open. If not, that is refused with `conversation_open`. */
  several: boolean;
  /** With `new`, words into a closed conversation are refused with `conversation_closed`. */
  afterClose: AfterClose;
}

/**
 * What becomes of a conversation whose contact is silent after the last word of bot or agent. Never of one that waits for an agent, nor of
 * one that a ticket holds.
 */
export interface IdleRules {
  /** Minutes of silence until the contact is warned, 1 to 43,200. */
  warnAfterMinutes: number;
  /** Minutes of silence after the warning until it is archived, 1 to 43,200. */
  closeAfterMinutes: number;
  /** Whether a ticket then holds it, so that the team looks at it again. */
  makeTicket: boolean;
}

/** A channel as contacts see it. */
export interface Channel {
  key: string;
  kind: ChannelKind;
  name: string;
  settings: ChannelSettings;
  conversations: ConversationRules;
  /** Whether something may be asked before a conversation: see {@link PreChat}. */
  asksFirst: boolean;
  /** Whether a conversation can be had by e-mail. If not, that is refused with `mail_off`. */
  sendsMail: boolean;
  /** Whether the ticket form asks more than subject and text: see {@link TicketForm}. */
  asksInTickets: boolean;
}

/** A channel as the team sees it. */
export interface TeamChannel extends Channel {
  id: string;
  /**
   * Whose pages may start a session: `example.com` at any port, `localhost:3000` at this one, `*.example.com` for all below it;
   * empty allows all. Programs that are no browser send no Origin and are not asked.
   */
  allowedDomains: string[];
  identityMode: IdentityMode;
  /** Whether a bare HMAC over an id or e-mail address is taken too. Weaker than a token: it never expires. */
  identityHash: boolean;
  /** How what waits finds its agent. */
  assignment: Assignment;
  /** `null`: conversations stay open until somebody closes them. */
  idle: IdleRules | null;
  /** Asked before the first message of a conversation; `null` asks nothing. */
  preChat: PreChatForm | null;
  /** Asked in the ticket form beside subject and text, at most 12. */
  ticketFields: LocalFormField[];
  /** `null`: no hours are told. */
  hours: OfficeHours | null;
  /** Said to visitors of itself, the first that holds first; at most 12. */
  proactive: ProactiveRule[];
}

/** Body of `PATCH /v1/agent/channels/:id`: keys left out stay as they are. */
export interface UpdateChannel {
  assignment?: Assignment;
  name?: string;
  settings?: Partial<ChannelSettings>;
  allowedDomains?: string[];
  identityMode?: IdentityMode;
  identityHash?: boolean;
  conversations?: Partial<ConversationRules>;
  idle?: IdleRules | null;
  preChat?: PreChatForm | null;
  ticketFields?: LocalFormField[];
  hours?: OfficeHours | null;
  proactive?: ProactiveRule[];
}
