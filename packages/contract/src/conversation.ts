import type { PublicAgent } from "./agent.ts";
import type { Attributes, TeamContact } from "./contact.ts";
import type { Message, SendMessage } from "./message.ts";
import type { PageQuery } from "./page.ts";
import type { TicketStatus } from "./ticket.ts";

/** Who answers: `bot` → `queue` (waits for an agent) → `agent` → `closed`. */
export const handlings = ["bot", "queue", "agent", "closed"] as const;
export type Handling = (typeof handlings)[number];

/** A conversation as its contact sees it. */
export interface Conversation {
  id: string;
  clientId: string;
  handling: Handling;
  /** The agent who answers. */
  assignee: PublicAgent | null;
  ticket: { publicId: string; number: number; subject: string; status: TicketStatus } | null;
  lastSeq: number;
  lastMessage: Message | null;
  /** The contact has read up to this `seq`. */
  contactReadSeq: number;
  /** The team has read up to this `seq`. */
  agentReadSeq: number;
  rating: { score: number; comment: string | null } | null;
  createdAt: string;
  /** Changes with every message and every move. */
  updatedAt: string;
}

/** A conversation as the team sees it. */
export interface TeamConversation extends Omit<Conversation, "ticket"> {
  contact: TeamContact;
  channel: { id: string; name: string };
  ticket: { id: string; publicId: string; number: number; subject: string; status: TicketStatus } | null;
  /** When it entered the queue; `null` when it is not waiting. */
  queuedAt: string | null;
  /** Words to sort by, at most 20. */
  labels: string[];
  /** Free attributes, set by page scripts or the team. */
  attributes: Attributes;
}

/** Body of `PATCH …/conversations/:id`: what is left out stays as it is. */
export interface UpdateConversation {
  /** At most 20 in all; each 1 to 64 characters. */
  addLabels?: string[];
  removeLabels?: string[];
  /** Merged by key, at most 50; `null` removes. */
  attributes?: Attributes;
}

/** Body of `POST /v1/conversations`: a conversation starts with its first message. */
export interface StartConversation {
  /** Unique per contact: repeating it answers with the first result. */
  clientId: string;
  message: SendMessage;
  /** `true` asks for a person at once: the bot stays silent. */
  handoff?: boolean;
}

/** Answer of `POST /v1/conversations`. */
export interface StartedConversation {
  conversation: Conversation;
  message: Message;
}

/** Body of `POST …/read`. */
export interface ReadConversation {
  /** Everything up to this `seq` has been read. Never goes back. */
  seq: number;
}

/** Body of `POST …/rating`. */
export interface RateConversation {
  /** 1 (bad) to 5 (good). */
  score: number;
  comment?: string;
}

/** `queue` waits for an agent, `mine` is the asking agent's, `all` is everything that is not closed, `closed` the rest. */
export const conversationViews = ["queue", "mine", "all", "closed"] as const;
export type ConversationView = (typeof conversationViews)[number];

export interface TeamConversationsQuery extends PageQuery {
  /** Default `all`. */
  view?: ConversationView;
  contactId?: string;
  ticketId?: string;
}

/** How many conversations each view of the inbox has. */
export interface QueueCounts {
  queue: number;
  mine: number;
  all: number;
}

/** Body of `POST /v1/agent/conversations/:id/assign`. `null` puts it back into the queue. */
export interface AssignConversation {
  agentId: string | null;
}
