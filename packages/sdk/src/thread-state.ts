import type {
  Attachment,
  Choice,
  Conversation,
  FormValue,
  Message,
  Note,
  OfferInput,
  PreChatAnswers,
  ProactiveOpening,
  ResponseInput,
  TeamConversation,
  Typing,
} from "@deskbell/contract";
import type { DeskbellError } from "./deskbell-error.ts";
import type { Observable } from "./observable.ts";
import type { OutboxItem } from "./outbox-store.ts";

/** Something typed here that the server has not stored yet. It is kept in storage and outlives a reload. */
export interface PendingItem {
  kind: "pending";
  /** What it will become. */
  of: "message" | "note";
  clientId: string;
  body: string;
  /** What goes with it: a choice, a form's answers, an offer. */
  payload: ResponseInput | OfferInput | null;
  /** Files that go with it. */
  attachments: readonly Attachment[];
  /** ISO 8601, by this computer's clock. */
  createdAt: string;
  /** `sending`: on the wire. `waiting`: offline, retried by itself, or behind another one. `failed`: refused, waits for `retry` or `discard`. */
  state: "sending" | "waiting" | "failed";
  /** Why it failed, or why the last attempt did not get through. */
  error: DeskbellError | null;
}

/** What the server has of a thread. */
export type StoredItem = { kind: "message"; message: Message } | { kind: "note"; note: Note };

/** One line of a thread: notes only in agents' threads. */
export type ThreadItem = StoredItem | PendingItem;

/** Everything a screen needs to show one conversation. */
export interface ThreadState<C = Conversation> {
  /** `null` until the first message of a new conversation is stored. */
  conversationId: string | null;
  /** As it is now: who answers, its labels, its rating. `null` as above, and while it loads. */
  conversation: C | null;
  /** A new conversation is `ready` at once. */
  status: "loading" | "ready" | "error";
  /** Why it is `error`, or why the last refresh did not get through. */
  error: DeskbellError | null;
  /** In the order to show: messages by `seq`, notes after the message they belong to, then what is pending. */
  items: readonly ThreadItem[];
  /** Whether `loadOlder` would bring more. */
  hasOlder: boolean;
  /** Whether it is on its way. */
  loadingOlder: boolean;
  /** Who is writing at the moment, other than the asking side. */
  typing: Typing["author"] | null;
  /** The bot's answer so far, until its message arrives. */
  draft: string | null;
}

interface AnyThread<C> extends Observable<ThreadState<C>> {
  /** Keeps `body` in storage, then sends it, with files that are uploaded: now, or as soon as it can be. Blank text alone is ignored. */
  send(body: string, attachments?: readonly Attachment[]): void;
  /** Sends a pending message again at once. */
  retry(clientId: string): void;
  /** Forgets a pending message. One that is on the wire may still have been stored. */
  discard(clientId: string): void;
  /** One more page of older messages. Failure is told in `error`. */
  loadOlder(): Promise<void>;
  /** Fetches again after `status: "error"`. Failure is told in `error`. */
  reload(): Promise<void>;
  /** Everything shown has been read. */
  read(): void;
  /** Call it on every keystroke: what is sent is throttled. */
  setTyping(typing: boolean): void;
  /** Stops listening. What is pending is still sent. */
  close(): void;
}

/** How one changes what has been said. */
export interface Changing {
  /**
   * Replaces what one of one's own messages says. Nothing is kept for later: with no way through it throws, and the message stays
   * as it was. Throws DeskbellError: `change_too_late` (a contact, 15 minutes after sending), `message_deleted`, `forbidden`, `conversation_closed`.
   */
  edit(messageId: string, body: string): Promise<void>;
  /** Leaves only the message's place in the thread. Supervisors may delete anybody's. Throws DeskbellError as `edit` does. */
  delete(messageId: string): Promise<void>;
}

/** What goes with the first message of a new conversation. */
export type Opening = Partial<Pick<OutboxItem, "answers" | "proactive" | "handoff">>;

/** A contact's live conversation as every chat needs it. */
export interface ChatThread extends AnyThread<Conversation> {
  /** Asks for a person. A new conversation then starts with its first message already in the queue. Throws DeskbellError. */
  handoff(): Promise<void>;
  /** If the conversation is a new one: what its first message brings along, beside what was given before. */
  begin(opening: Opening): void;
  /** As `send`, with structured content. */
  add(of: "message" | "note", body: string, extra?: Pick<OutboxItem, "payload" | "attachments">): void;
}

/** A contact's live conversation. */
export interface Thread extends Omit<ChatThread, "begin" | "add">, Changing {
  /** Chooses what `to` (a message with quick replies or cards) offers. Kept and sent like a message. */
  reply(to: Message, choice: Choice): void;
  /** Answers the form that `to` holds, by field name. Kept and sent like a message; a second submission is refused with `already_answered`. */
  submit(to: Message, values: Record<string, FormValue>): void;
  /**
   * What the contact answered to what the channel asks first (`conversations.preChat`): goes with the first message of a new conversation, and
   * with one that failed with `answers_needed`, which is then sent again.
   */
  answer(answers: PreChatAnswers): void;
  /** The first message of a new conversation answers this proactive message, which then stands before it. */
  answerProactive(to: ProactiveOpening): void;
}

/** An agent's live conversation, with its notes. The team sees that it is open, until `close`. */
export interface TeamThread extends AnyThread<TeamConversation>, Changing {
  /** Sends `body` with quick replies, cards, article links or a form. Kept and sent like a message. */
  offer(body: string, payload: OfferInput): void;
  /** An internal note, kept and sent like a message. */
  addNote(body: string): void;
}
