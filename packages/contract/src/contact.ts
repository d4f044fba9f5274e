import type { Channel } from "./channel.ts";
import type { ErrorCode } from "./errors.ts";

/** Free attributes: text, numbers, booleans or `null`, by key. */
export type Attributes = Record<string, string | number | boolean | null>;

/** The person who asks, as they see themselves. */
export interface Contact {
  id: string;
  name: string | null;
  email: string | null;
}

/** The person who asks, as the team sees them. */
export interface TeamContact extends Contact {
  phone: string | null;
  /** The website's own id for this person, once identified. */
  externalId: string | null;
  /** Set by page scripts: do not trust. */
  attributes: Attributes;
  /** What the website vouches for; `null` while nobody has. Its name and e-mail address are the contact's then, and cannot be changed here. */
  verified: VerifiedIdentity | null;
  /** ISO 8601. */
  lastSeenAt: string | null;
  createdAt: string;
}

/** Who a contact is, by the website's word. Keys it did not vouch for are `null` or absent. */
export interface VerifiedIdentity {
  /** `token`: signed and short-lived. `hash`: only the id or the e-mail address, and for ever; weaker. */
  by: "token" | "hash";
  name: string | null;
  email: string | null;
  attributes: Attributes;
}

/**
 * Proof of who the contact is, made on the website's server with an identity key of the channel.
 * `token`: a JWT (RFC 7519), HS256, header `kid`, claims `aud` (the channel key), `exp` (at most 24 h ahead), `sub` (or `external_id`,
 * `user_id`, `external_user_id`), and if you like `name`, `email`, `attributes`.
 * `hash`: HMAC-SHA256 in hex over `externalId` or `email`, where the channel allows it.
 */
export type Identity = { token: string } | { externalId: string; hash: string } | { email: string; hash: string };

/** Body of `POST /v1/sessions`. */
export interface StartSession {
  channelKey: string;
  /** A token from before: resumes its contact. When it is no longer valid, a new session is started. */
  token?: string;
  /** Proves who the contact is. An anonymous contact of `token` is joined with them: conversations and tickets move along. */
  identity?: Identity;
}

/** Body of `POST /v1/sessions/check`. */
export interface CheckSession {
  channelKey: string;
  /** As it would be given to start a session. */
  identity?: Identity;
}

/** What a page would meet that starts a session, without starting one. */
export interface SessionCheck {
  /** The server's clock. ISO 8601. */
  time: string;
  /** Hash of the widget's files that pages are given now; `null` where none is built. */
  app: string | null;
  /** Whose page asks, by its browser's word; `null`: no page. */
  origin: string | null;
  /** Why none would start: `domain_not_allowed`, and what is wrong with the proof of identity. */
  refusals: { code: ErrorCode; fields: Record<string, string> }[];
}

/** What became of the contact whose token was given: none was, or not a valid one; the same; joined with this one; left behind. */
export const sessionPrevious = ["none", "same", "joined", "left"] as const;
export type SessionPrevious = (typeof sessionPrevious)[number];

/** A contact's credential in one browser. */
export interface Session {
  /** Send as `Authorization: Bearer <token>`. The server keeps only its hash. Every resume gives another; the one before works until a minute after the other has been resumed with. */
  token: string;
  previous: SessionPrevious;
  contact: Contact;
  channel: Channel;
}

/** Body of `POST /v1/track`: something that the contact did on the website. */
export interface Track {
  /** Unique per contact: repeating it changes nothing. */
  clientId: string;
  /** Such as `checkout.started`. */
  name: string;
  attributes?: Attributes;
  /** Where it happened; `http:` or `https:`. */
  url?: string;
}

/** Something that a contact did on the website, by the word of its script: not verified. */
export interface TrackedEvent {
  id: string;
  name: string;
  attributes: Attributes;
  url: string | null;
  createdAt: string;
}

/** Body of `PATCH /v1/contact`: keys left out stay as they are, and so does what the website vouches for. */
export interface UpdateContact {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  attributes?: Attributes;
}
