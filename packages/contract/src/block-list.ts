import type { PageQuery } from "./page.ts";

/** Keeps a contact or everybody of a network out: they can neither start a session nor ask anything. One of the two is set. */
export interface BlockListEntry {
  id: string;
  contactId: string | null;
  /** In CIDR notation: `203.0.113.0/24`, `2001:db8::/32`, a single address as `203.0.113.7/32`. */
  network: string | null;
  /** For the team. */
  reason: string | null;
  /** ISO 8601. */
  createdAt: string;
}

/** Query of `GET /v1/agent/blocks`. */
export interface BlocksQuery extends PageQuery {
  /** Whether this contact is kept out. */
  contactId?: string;
}

/** Body of `POST /v1/agent/blocks`: either a contact or a network. The same again answers with the first. */
export interface CreateBlock {
  contactId?: string;
  /** An address, or a network in CIDR notation of at most a /8 (IPv4) or /16 (IPv6). */
  network?: string;
  /** For the team; at most 500 characters. */
  reason?: string;
}
