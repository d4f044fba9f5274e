import type { ContactEvents, TeamEvents } from "@deskbell/contract";

/**
 * Tells facts to whoever listens. The audience is part of the type: what contacts hear and what the team hears are
 * different maps, so a note does not compile towards a contact.
 */
export interface Telling {
  contact<E extends keyof ContactEvents>(contactId: string, event: E, payload: ContactEvents[E]): void;
  team<E extends keyof TeamEvents>(workspaceId: string, event: E, payload: TeamEvents[E]): void;
  /** Cuts the sockets of an ended session, on every node. */
  endSession(sessionId: string): void;
  /** Cuts all sockets of a contact, on every node. */
  endContact(contactId: string): void;
}

/** For processes without sockets: workers and the command line. */
export const silentTelling: Telling = {
  contact: () => undefined,
  team: () => undefined,
  endSession: () => undefined,
  endContact: () => undefined,
};
