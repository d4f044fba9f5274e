import type { PublicAgent } from "./agent.ts";
import type { Attributes, TeamContact } from "./contact.ts";
import type { Message, SendMessage } from "./message.ts";
import type { PageQuery } from "./page.ts";
import type { PreChatAnswers } from "./pre-chat.ts";
import type { ProactiveOpening } from "./proactive.ts";
import type { TeamRef } from "./team.ts";
import type { TicketStatus } from "./ticket.ts";

/** Who answers: `bot` → `queue` (waits for an agent) → `agent` → `closed`. */
export const handlings = ["bot", "queue", "agent", "closed"] as const;
export type Handling = (typeof handlings)[number];

/** Where a waiting conversation stands in its queue, as its contact is told. */
export interface QueuePlace {
  /** 1 is next. */
  position: number;
  /** Whole minutes, by what waits of late have been; `null` is unknown. */
  expectedWaitSeconds: number | null;
  /** ISO 8601. Of two places the later one holds. */
  updatedAt: string;
}

/** A conversation as its contact sees it. */
export interface Conversation {
  id: string;
  clientId: string;
  handling: Handling;
  /** The agent who answers. */
  assignee: PublicAgent | null;
  ticket: { publicId: string; number: number; subject: string; status: TicketStatus } | null;
  /** `null` when it does not wait, and for the moment until its place is known. */
  queue: QueuePlace | null;
  lastSeq: number;
  lastMessage: Message | null;
  /** How many changes its messages have seen: the greatest {@link Message.changeSeq}. */
  lastChangeSeq: number;
  /** The contact has read up to this `seq`. */
  contactReadSeq: number;
  /** The team has read up to this `seq`. */
  agentReadSeq: number;
  /** The contact's devices have everything up to this `seq`. */
  contactDeliveredSeq: number;
  /** The team's screens have everything up to this `seq`. */
  agentDeliveredSeq: number;
  rating: { score: number; comment: string | null } | null;
  createdAt: string;
  /** Changes with every message, every change of one and every move. */
  updatedAt: string;
}

/** A conversation as the team sees it. */
export interface TeamConversation extends Omit<Conversation, "ticket" | "queue"> {
  contact: TeamContact;
  channel: { id: string; name: string };
  ticket: { id: string; publicId: string; number: number; subject: string; status: TicketStatus } | null;
  /** Whose queue it is in, or comes back to; `null` is everybody's. */
  team: TeamRef | null;
  /**
   * Its place in the queue: when the contact began to wait. Who is put back or transferred keeps the place that they had.
   * `null` when it is not waiting.
   */
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
  /** To what the channel asks first, see {@link PreChat}. Missing or wrong ones are refused with `answers_needed`; what is not asked is passed over. */
  answers?: PreChatAnswers;
  /** Answers a proactive message, which then stands first. One that is no longer there is passed over. */
  proactive?: ProactiveOpening;
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

/** Body of `POST /v1/conversations/:id/delivered`. */
export interface DeliveredConversation {
  /** Everything up to this `seq` has arrived. Never goes back. */
  seq: number;
}

/** Body of `POST /v1/agent/conversations/delivered`. */
export interface DeliveredConversations {
  /** 1 to 100. */
  conversations: { id: string; seq: number }[];
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
  /** A team's id, or `none` for what is everybody's. */
  teamId?: string;
}

/** How many conversations each view of the inbox has. */
export interface QueueCounts {
  queue: number;
  mine: number;
  all: number;
  /** How many wait in a team's own queue, by the team's id; absent is none. */
  teams: Record<string, number>;
  /** Of two counts the one with the higher is the later, in whatever order they arrive. */
  version: number;
}

/** Body of `POST /v1/agent/conversations/:id/assign`. `null` puts it back into the queue that it came from. */
export interface AssignConversation {
  agentId: string | null;
}

/** Body of `POST /v1/agent/conversations/:id/transfer`: to an agent or to a team, one of the two. */
export interface TransferConversation {
  /** Unique per conversation: repeating it changes nothing more. */
  clientId: string;
  /** Another agent, who answers from now on. */
  agentId?: string;
  /** Into this team's queue, at the place that the contact has by their waiting; `null`: into everybody's. */
  teamId?: string | null;
  /** For whoever takes over: becomes a note, which the contact never sees. */
  note?: string;
}
