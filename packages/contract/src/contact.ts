import type { Channel } from "./channel.ts";

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
  /** ISO 8601. */
  lastSeenAt: string | null;
  createdAt: string;
}

/** Body of `POST /v1/sessions`. */
export interface StartSession {
  channelKey: string;
  /** A token from before: resumes its contact. When it is no longer valid, a new session is started. */
  token?: string;
}

/** A contact's credential in one browser. */
export interface Session {
  /** Send as `Authorization: Bearer <token>`. The server keeps only its hash. */
  token: string;
  contact: Contact;
  channel: Channel;
}

/** Body of `PATCH /v1/contact`: keys left out stay as they are. */
export interface UpdateContact {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  attributes?: Attributes;
}
