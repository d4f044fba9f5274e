import type { Agent } from "./agent.ts";
import type { OfficeState } from "./office-hours.ts";

/** Who is there to answer, as contacts are told. */
export interface Presence {
  /** Whether anybody of the team is. */
  available: boolean;
  /** The agents of the contact's open conversations; as an event: those of whom it has changed. */
  agents: { id: string; available: boolean }[];
}

/** Answer of `GET /v1/presence`. */
export interface PresenceNow extends Presence {
  /** What the channel's hours say; `null`: it has none. Whoever is there outside of them is there all the same. */
  office: OfficeState | null;
}

/** The page that a contact looks at. */
export interface ViewedPage {
  /** `http:` or `https:`, at most 2,000 characters. */
  url: string;
  /** At most 200 characters. */
  title: string;
}

/** Whether a contact is there, as the team sees it. */
export interface ContactPresence {
  contactId: string;
  /** Connected right now, on whichever node. */
  online: boolean;
  /** ISO 8601; of the present visit when online. */
  lastSeenAt: string | null;
  /** `null` when offline or unknown. */
  page: ViewedPage | null;
}

/** Of whom it has changed: agents as they are now, and contacts who have a conversation that is not closed. */
export interface TeamPresence {
  agents: Agent[];
  contacts: ContactPresence[];
}
