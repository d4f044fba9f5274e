import type { ContactEvents, TeamEvents } from "@deskbell/contract";
import type { Whom } from "./whom.ts";

/**
 * Tells facts to whoever listens. The audience is part of the type: what contacts hear and what the team hears are
 * different maps, so a note does not compile towards a contact.
 */
export interface Telling {
  contact<E extends keyof ContactEvents>(contactId: string, event: E, payload: ContactEvents[E]): void;
  /** All of a workspace's contacts who are connected. */
  contacts<E extends keyof ContactEvents>(workspaceId: string, event: E, payload: ContactEvents[E]): void;
  team<E extends keyof TeamEvents>(workspaceId: string, event: E, payload: TeamEvents[E]): void;
  /** Cuts sockets here at once, and through Redis on the other nodes. Verbs call `tx.cut`, which reaches them without Redis too. */
  cut(whom: Whom): void;
  /** Something may have happened that nobody told them: their sockets are cut, and on connecting again they look. */
  doubt(listeners: Listeners): void;
}

/** Whom the tellings of one transaction were for. */
export interface Listeners {
  workspaceId: string;
  team: boolean;
  contactIds: ReadonlySet<string>;
}

/** For processes without sockets: workers and the command line. */
export const silentTelling: Telling = {
  contact: () => undefined,
  contacts: () => undefined,
  team: () => undefined,
  cut: () => undefined,
  doubt: () => undefined,
};
