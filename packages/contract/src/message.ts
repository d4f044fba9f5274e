import type { Attachment } from "./file.ts";
import type { Page } from "./page.ts";
import type { FormResponse, Offer, OfferInput, Reply, ResponseInput } from "./payload.ts";
import type { TicketStatus } from "./ticket.ts";

export const authorKinds = ["contact", "agent", "bot", "system"] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** Who wrote a message. `id` is `null` for bot and system. */
export interface Author {
  kind: AuthorKind;
  id: string | null;
  name: string | null;
  avatarUrl: string | null;
}

/** The place in an article that supports an answer. */
export interface Citation {
  /** As in `[1]` in the answer's text. */
  number: number;
  slug: string;
  title: string;
  /** Heading within the article, for a deep link. */
  anchor: string | null;
  /** The passage itself, plain text. */
  quote: string;
}

/** What happened to the conversation, for a line in the thread. The message's `body` says the same in English. */
export type Activity =
  | { name: "handed_off" }
  | { name: "claimed"; agentName: string }
  | { name: "assigned"; agentName: string }
  | { name: "released"; agentName: string | null }
  /** Its agent was gone for too long. */
  | { name: "returned"; agentName: string }
  | { name: "closed"; by: "contact" | "team"; agentName: string | null }
  /** The contact has been silent; after so many more minutes it is archived. */
  | { name: "idle_warned"; closesAfterMinutes: number }
  /** Closed, because the contact stayed silent. */
  | { name: "archived" }
  | { name: "transferred_to_agent"; agentName: string }
  | { name: "transferred_to_team"; teamName: string }
  | { name: "reopened" }
  | { name: "escalated"; ticketNumber: number; ticketPublicId: string }
  | { name: "ticket_status_changed"; ticketNumber: number; status: TicketStatus };

/** Structured content beside the text. */
export type MessagePayload =
  /** The bot's answer; without citations it is a plain "I don't know". `offersHandoff` asks for a "talk to a person" button. */
  | { type: "answer"; citations: Citation[]; offersHandoff: boolean }
  | { type: "activity"; activity: Activity }
  | Offer
  | Reply
  | FormResponse;

/** One line in a conversation. Sort by `seq`, never by time. */
export interface Message {
  id: string;
  conversationId: string;
  /** 1, 2, 3 … per conversation, without gaps, in commit order. */
  seq: number;
  /** The sender's own id for it; `null` for bot and system, but for the line of a transfer. */
  clientId: string | null;
  author: Author;
  /** Markdown subset: bold, italic, code, links, lists. At most 8,000 characters; may be empty beside attachments. */
  body: string;
  attachments: Attachment[];
  payload: MessagePayload | null;
  /** ISO 8601. */
  createdAt: string;
  /** 0 as it was sent. Each edit or deletion in the conversation takes the next number, 1, 2, 3 …, in commit order: the greater one is the later state. */
  changeSeq: number;
  /** When its text was last replaced. */
  editedAt: string | null;
  /** Then only its place is left: `body` is empty and `payload` is `null`. */
  deletedAt: string | null;
  deletedBy: Author | null;
}

/** Body of `POST …/messages`. */
export interface SendMessage {
  /** Unique per conversation: repeating it answers with the first result. 8 to 64 of `A-Z a-z 0-9 _ -`. */
  clientId: string;
  /** May be empty beside attachments. */
  body: string;
  /** Ids of files that the sender has uploaded, each for one message, at most 10. */
  attachments?: string[];
}

/** Body of `POST …/notes`. */
export interface AddNote {
  /** Unique per conversation, as in {@link SendMessage}. */
  clientId: string;
  body: string;
}

/** Body of a contact's `POST …/messages`. */
export interface SendContactMessage extends SendMessage {
  /** Answers an offer of this conversation; the server then writes the `body` by itself. */
  payload?: ResponseInput;
}

/** Body of the team's `POST …/messages`. */
export interface SendTeamMessage extends SendMessage {
  payload?: OfferInput;
}

/** Body of `PATCH …/messages/:messageId`. */
export interface EditMessage {
  body: string;
}

/** A contact may edit or delete a message for so long after sending it; in ms. */
export const contactChangeWindow = 15 * 60_000;

/** What a message said until it was changed: for the team only. */
export interface MessageVersion {
  id: string;
  messageId: string;
  /** What ended it. */
  change: "edited" | "deleted";
  body: string;
  payload: MessagePayload | null;
  /** Who changed it. */
  author: Author;
  /** When it was changed. */
  createdAt: string;
}

/** Query of `GET …/messages`. With none of the three: the newest page. Rows ascend by `seq`, with `changedAfter` by `changeSeq`. */
export interface MessagesQuery {
  /** Messages with a greater `seq`: catching up. `nextCursor` is then the next `after`. */
  after?: number;
  /** Messages with a smaller `seq`: scrolling back. `nextCursor` is then the next `before`. */
  before?: number;
  /** Messages with a greater `changeSeq`: catching up with what was edited or deleted. `nextCursor` is then the next `changedAfter`. Stands alone. */
  changedAfter?: number;
  /** 1 to 200, default 50. */
  limit?: number;
}

/** One page of messages. */
export interface MessagesPage extends Page<Message> {
  /** These rows show every change up to this `changeSeq`: pass it as `changedAfter` to learn of later ones. */
  lastChangeSeq: number;
}

/** An internal message: contacts never see it. */
export interface Note {
  id: string;
  conversationId: string;
  clientId: string;
  /** The `seq` of the message it stands after in the thread; 0 is before the first. */
  afterSeq: number;
  author: Author;
  body: string;
  createdAt: string;
}
