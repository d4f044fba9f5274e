import type { Conversation, QueueCounts, QueuePlace, TeamConversation } from "./conversation.ts";
import type { Message, Note } from "./message.ts";
import type { Presence, TeamPresence } from "./presence.ts";
import type { Team } from "./team.ts";
import type { TeamTicket, Ticket } from "./ticket.ts";

/** The bot is writing: `text` is all of the answer so far (not only what is new), until `message.created` brings it whole. */
export interface BotDelta {
  conversationId: string;
  text: string;
}

/** Somebody is writing, or has stopped. Ends by itself after 6 s without a repeat. */
export interface Typing {
  conversationId: string;
  author: { kind: "contact" | "agent"; id: string; name: string | null };
  typing: boolean;
}

/** One side has read up to `seq`. */
export interface Read {
  conversationId: string;
  reader: "contact" | "team";
  seq: number;
}

/** Everything up to `seq` has arrived at one side, read or not. */
export interface Delivered {
  conversationId: string;
  receiver: "contact" | "team";
  seq: number;
}

/** Where a waiting conversation now stands. Without meaning once it is answered. */
export interface PlaceUpdate {
  conversationId: string;
  queue: QueuePlace;
}

/** What a contact's sockets hear, by name. */
export interface ContactEvents {
  /** Also all that tells of what it changes of its conversation: `withMessage` of the SDK. */
  "message.created": Message;
  /** Edited or deleted. */
  "message.updated": Message;
  "conversation.updated": Conversation;
  "place.updated": PlaceUpdate;
  "ticket.updated": Ticket;
  "bot.delta": BotDelta;
  typing: Typing;
  read: Read;
  presence: Presence;
  delivered: Delivered;
}

/** What the team's sockets hear, by name. */
export interface TeamEvents {
  /** Also all that tells of what it changes of its conversation: `withMessage` of the SDK. */
  "message.created": Message;
  /** Edited or deleted. */
  "message.updated": Message;
  "conversation.updated": TeamConversation;
  "ticket.updated": TeamTicket;
  "note.created": Note;
  /** The counts without `mine`, which differs by agent. */
  "queue.updated": Omit<QueueCounts, "mine">;
  /** Made or changed: also in every conversation that is shown with it. */
  "team.updated": Team;
  /** What waited there has been moved; what else was with it is with no team now. */
  "team.deleted": { id: string };
  /** No longer part of the team: what they held has been moved. */
  "agent.removed": { id: string };
  "bot.delta": BotDelta;
  typing: Typing;
  read: Read;
  delivered: Delivered;
  viewing: Viewing;
  presence: TeamPresence;
}

/** An agent has a conversation open, or (`conversationId: null`) no longer. */
export interface Viewing {
  agentId: string;
  agentName: string;
  conversationId: string | null;
  /** Has just opened it: whoever has it open too says so in return, and nobody answers that. */
  arrives: boolean;
}

/** What a client may say on its socket: weather only; commands go by HTTP. */
export interface TypingSignal {
  conversationId: string;
  typing: boolean;
}
export interface ViewingSignal {
  conversationId: string | null;
  /** Default `false`. */
  arrives?: boolean;
}
