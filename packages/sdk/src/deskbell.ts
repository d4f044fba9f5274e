import type { ContactEvents, Conversation, Session, Ticket } from "@deskbell/contract";
import type { DeskbellError } from "./deskbell-error.ts";
import type { LiveList } from "./live-list.ts";
import type { Observable } from "./observable.ts";
import type { ConnectionState, OpenSocket } from "./realtime.ts";
import type { ArticlesResource } from "./resources/articles.ts";
import type { ContactResource } from "./resources/contact.ts";
import type { ConversationsResource } from "./resources/conversations.ts";
import type { MessagesResource } from "./resources/messages.ts";
import type { SessionsResource } from "./resources/sessions.ts";
import type { TicketsResource } from "./resources/tickets.ts";
import type { KeyValueStore } from "./storage.ts";
import type { Thread } from "./thread-state.ts";

export interface DeskbellOptions {
  /** Origin of the server, such as `https://help.example.com`. */
  host: string;
  /** The public key of a channel. */
  channelKey: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Default: `localStorage`, or memory where that is denied. */
  storage?: KeyValueStore;
  /** Default: `socket.io-client`, imported on the first `connect`. */
  openSocket?: OpenSocket;
}

/** What `deskbell.on` tells: the server's events, and what happens on this side. */
export interface DeskbellEvents extends ContactEvents {
  connection: ConnectionState;
  /** Started, replaced (the contact may be another one) or ended (`null`). */
  session: Session | null;
  /** Something in the background did not work; it is tried again where that helps. */
  error: DeskbellError;
}

/** One contact's side of Deskbell. */
export interface Deskbell {
  /** Starts or resumes the session. Requests do it by themselves; concurrent calls share one request. Throws `channel_not_found`, `domain_not_allowed`. */
  start(): Promise<Session>;
  /** `null` until started. */
  readonly session: Session | null;
  /** Ends the session and forgets its token, unsent messages, lists and threads, even when the server cannot be told (then it throws). */
  logout(): Promise<void>;
  /** Opens the socket (and the session) and keeps it open. */
  connect(): void;
  disconnect(): void;
  readonly connection: Observable<ConnectionState>;
  /** Returns the way to stop listening. */
  on<E extends keyof DeskbellEvents>(event: E, handler: (payload: DeskbellEvents[E]) => void): () => void;

  readonly sessions: SessionsResource;
  readonly contact: ContactResource;
  readonly conversations: ConversationsResource;
  readonly messages: MessagesResource;
  readonly tickets: TicketsResource;
  readonly articles: ArticlesResource;

  readonly conversationList: LiveList<Conversation>;
  readonly ticketList: LiveList<Ticket>;
  /**
   * A live conversation. `null`: a new one, which starts with its first message; when the first message of a new
   * conversation is still unsent (offline, reload), it is that one again.
   */
  thread(conversationId: string | null): Thread;
}

export declare function createDeskbell(options: DeskbellOptions): Deskbell;
