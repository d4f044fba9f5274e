import type { Changes, ContactEvents, Conversation, Identity, Session, Ticket, ViewedPage } from "@deskbell/contract";
import { createCatchUp } from "./catch-up.ts";
import { createContactThread } from "./contact-thread.ts";
import { deliver } from "./deliver.ts";
import { type DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { createEmitter } from "./emitter.ts";
import { newer, newerConversation } from "./freshness.ts";
import { createProof } from "./identity-proof.ts";
import { createNewLane } from "./lane.ts";
import { createLive, type LiveEvents } from "./live.ts";
import { createLiveList, type LiveList } from "./live-list.ts";
import type { Observable } from "./observable.ts";
import { createOutbox } from "./outbox.ts";
import { type ConnectionState, createRealtime, type OpenSocket } from "./realtime.ts";
import { createReceipts } from "./receipts.ts";
import { createRequest } from "./request.ts";
import { type ArticlesResource, createArticles } from "./resources/articles.ts";
import { createListChanges, type ListChanges } from "./resources/changes.ts";
import { type ContactResource, createContact } from "./resources/contact.ts";
import { type ConversationsResource, createConversations } from "./resources/conversations.ts";
import { createFiles, type FilesResource } from "./resources/files.ts";
import { createMessages, type MessagesResource } from "./resources/messages.ts";
import { createPresence, type PresenceResource } from "./resources/presence.ts";
import { createSessions, type SessionsResource } from "./resources/sessions.ts";
import { createTickets, type TicketsResource } from "./resources/tickets.ts";
import { as, createSessionKeeper } from "./session-keeper.ts";
import { createDefaultStore, type KeyValueStore } from "./storage.ts";
import type { Thread } from "./thread-state.ts";
import { handOver } from "./unsent.ts";

export interface DeskbellOptions {
  /** Origin of the server, such as `https://help.example.com`. */
  host: string;
  /** The public key of a channel. */
  channelKey: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Default: `localStorage`, or memory where that is denied. */
  storage?: KeyValueStore;
  /** Who the contact is, proven by your server. */
  identity?: Identity;
  /**
   * Asks your server for an identity token (a JWT signed with an identity key of the channel). Called at the start, before the
   * token expires and when it has expired; `null`: nobody is signed in. After `logout` no more, until `identify`.
   */
  getToken?: () => Promise<string | null>;
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
  /** Starts or resumes the session. Requests do it by themselves; concurrent calls share one request. Throws `channel_not_found`, `domain_not_allowed`, `identity_required`, `identity_invalid`, `identity_expired`, `identity_off`. */
  start(): Promise<Session>;
  /** `null` until started. */
  readonly session: Session | null;
  /**
   * Goes on as the contact whom the proof (default: what `getToken` gets) names, on this device as on others. An anonymous contact's conversations and tickets move
   * to them; another identified contact's unsent messages are forgotten, as by `logout`. Throws as `start`.
   */
  identify(identity?: Identity): Promise<Session>;
  /** Ends the session and forgets its token, unsent messages, lists and threads, even when the server cannot be told (then it throws). */
  logout(): Promise<void>;
  /** Opens the socket (and the session) and keeps it open. */
  connect(): void;
  disconnect(): void;
  /** Lets go of everything: listeners, timers, the socket. What is unsent stays in storage, for the client that is made next. */
  close(): void;
  readonly connection: Observable<ConnectionState>;
  /** Shows the team which page the contact looks at, while connected. `http:` and `https:` only; what is too long is cut. */
  viewPage(page: ViewedPage): void;
  /** Returns the way to stop listening. */
  on<E extends keyof DeskbellEvents>(event: E, handler: (payload: DeskbellEvents[E]) => void): () => void;

  /** Catches up after a gap, a page at a time. `connect` does it by itself. */
  readonly changes: ListChanges<Changes>;
  readonly sessions: SessionsResource;
  readonly contact: ContactResource;
  readonly conversations: ConversationsResource;
  readonly messages: MessagesResource;
  readonly files: FilesResource;
  readonly tickets: TicketsResource;
  readonly articles: ArticlesResource;
  readonly presence: PresenceResource;

  readonly conversationList: LiveList<Conversation>;
  readonly ticketList: LiveList<Ticket>;
  /**
   * A live conversation. `null`: a new one, which starts with its first message; when the first message of a new
   * conversation is still unsent (offline, reload), it is that one again.
   */
  thread(conversationId: string | null): Thread;
}

/** A contact's client. Makes no request by itself, unless something typed before is still unsent. */
export function createDeskbell(options: DeskbellOptions): Deskbell {
  const { host, channelKey } = options;
  const storage = options.storage ?? createDefaultStore();
  const request = createRequest({ host, fetch: options.fetch, credentials: "omit" });
  const events = createEmitter<DeskbellEvents>();
  const proof = createProof({
    identity: options.identity,
    getToken: options.getToken,
    onExpiring: () => void keeper.prove().catch((thrown) => events.emit("error", toDeskbellError(thrown))),
  });
  const keeper = createSessionKeeper(request, channelKey, storage, proof);

  const conversations = createConversations(keeper.request);
  const messages = createMessages(keeper.request);
  const tickets = createTickets(keeper.request);

  const realtime = createRealtime({
    host,
    namespace: "/contact",
    openSocket: options.openSocket,
    auth: () => ({ token: keeper.session.get()?.token ?? "" }),
    prepare: keeper.start,
    renew: () => keeper.replace(keeper.session.get()?.token ?? ""),
    onEvent(event, payload) {
      hear(event, payload);
      catchUp.heard();
    },
    onResync() {
      if (realtime.connection.get() === "online") {
        outbox.kick();
        if (viewed) realtime.signal("page", viewed);
      }
      catchUp.run();
    },
    onRefused: (error) => events.emit("error", error),
  });
  const live = createLive<Conversation>(realtime.signal);
  const changes = createListChanges<Changes>(keeper.request, "changes");
  const catchUp = createCatchUp<Changes>({
    list: changes,
    apply(page) {
      for (const conversation of page.conversations) hear("conversation.updated", conversation);
      for (const ticket of page.tickets) hear("ticket.updated", ticket);
      live.resync(new Set(page.conversations.map(({ id }) => id)));
    },
    onResync(isFirst) {
      live.resync(null);
      if (!isFirst) return forgetLists();
      for (const list of lists) list.refresh();
    },
  });

  const conversationList = createLiveList<Conversation>({
    list: conversations.list,
    id: (conversation) => conversation.id,
    merge: newerConversation,
  });
  const ticketList = createLiveList<Ticket>({
    list: tickets.list,
    id: (ticket) => ticket.publicId,
    merge: newer,
  });
  const lists = [conversationList, ticketList];
  live.on("conversation.updated", (conversation) => conversationList.apply(conversation));
  live.onMove(({ id, move, rises }) => conversationList.change(id, move, rises));

  const receipts = createReceipts({
    send: (list) => Promise.all(list.map(({ id, seq }) => conversations.delivered(id, { seq }))),
    pause: () => 1000,
  });
  /** What is read without a socket has arrived as well, but then nobody waits for the mark. */
  const received = (id: string, seq: number) => {
    if (realtime.connection.get() === "online") receipts.received(id, seq);
  };
  const noteArrival = ({ id, lastSeq, lastMessage, contactDeliveredSeq }: Conversation) => {
    receipts.known(id, contactDeliveredSeq);
    if (lastMessage && lastMessage.author.kind !== "contact") received(id, lastSeq);
  };
  live.on("conversation.updated", noteArrival);
  live.on("message.created", ({ author, conversationId, seq }) => {
    if (author.kind !== "contact") received(conversationId, seq);
  });
  live.on("delivered", ({ conversationId, receiver, seq }) => {
    if (receiver === "contact") receipts.known(conversationId, seq);
  });
  conversationList.subscribe(({ items }) => items.forEach(noteArrival));

  const outbox = createOutbox({
    storage,
    key: `deskbell:${channelKey}:outbox`,
    owner: async () => (await keeper.start()).contact.id,
    presentOwner: () => keeper.session.get()?.contact.id ?? null,
    rehome: true,
    elsewhere: ({ code, fields }) =>
      code === "conversation_closed"
        ? createNewLane()
        : code === "conversation_open"
          ? (fields.conversationId ?? null)
          : null,
    deliver: (item, signal) => deliver(conversations, messages, item, signal),
    onStored(stored) {
      if (!("message" in stored)) return;
      if (stored.conversation) live.applyConversation(stored.conversation as Conversation);
      live.tell("message.created", stored.message);
    },
  });

  function hear(event: string, payload: unknown): void {
    // The server tells contacts no other events than these, by its types.
    if (event === "ticket.updated") ticketList.apply(payload as Ticket);
    else live.tell(event as keyof LiveEvents<Conversation>, payload as never);
    events.emit(event as keyof DeskbellEvents, payload as never);
  }

  let viewed: ViewedPage | null = null;
  const threads = new Set<Thread>();
  let wanted = false;
  let contactId: string | null = null;
  keeper.session.subscribe((session) => {
    // Another contact: nothing of the one before may stay on the screen.
    const isAnother = session && contactId && session.contact.id !== contactId;
    if (session?.previous === "joined") outbox.reown(session.contact.id);
    if (session?.previous === "left") leave();
    contactId = session?.contact.id ?? contactId;
    if (isAnother) {
      receipts.clear();
      forgetLists();
      live.resync(null);
    }
    events.emit("session", session);
  });
  realtime.connection.subscribe((state) => events.emit("connection", state));

  /** Somebody else sits here now: nothing that was written before goes out in their name. */
  function leave(): void {
    outbox.clear();
    for (const thread of [...threads]) thread.close();
  }

  function disconnect(): void {
    wanted = false;
    realtime.disconnect();
    catchUp.stop();
  }

  function forgetLists(): void {
    for (const list of lists) {
      const isUsed = list.get().status !== "idle";
      list.reset();
      if (isUsed && keeper.session.get()) void list.load();
    }
  }

  handOver(storage, channelKey, outbox.adopt);
  if (outbox.isFilled()) queueMicrotask(outbox.kick);

  return {
    start: keeper.start,
    get session() {
      return keeper.session.get();
    },
    async identify(identity) {
      proof.give(identity ?? null);
      const session = await keeper.prove();
      if (wanted) realtime.connect();
      return session;
    },
    async logout() {
      disconnect();
      leave();
      receipts.clear();
      const token = keeper.forget();
      contactId = null;
      forgetLists();
      if (token) await createSessions((spec) => request(as(token, spec))).end();
    },
    connect() {
      wanted = true;
      realtime.connect();
    },
    disconnect,
    close() {
      disconnect();
      receipts.clear();
      proof.forget();
      outbox.close();
      for (const list of lists) list.stop();
      for (const thread of [...threads]) thread.close();
    },
    connection: realtime.connection,
    viewPage({ url, title }) {
      viewed = { url: url.slice(0, 2000), title: [...title].slice(0, 100).join("") };
      realtime.signal("page", viewed);
    },
    on: events.on,
    changes,
    // The check asks in nobody's name: it is about sessions that cannot start.
    sessions: { ...createSessions(keeper.request), check: createSessions(request).check },
    contact: createContact(keeper.request),
    conversations,
    messages,
    files: createFiles(keeper.request, ["files"]),
    tickets,
    articles: createArticles(keeper.request),
    presence: createPresence(keeper.request),
    conversationList,
    ticketList,
    thread(conversationId) {
      const thread = createContactThread({
        lane: conversationId ?? outbox.findNewLane() ?? createNewLane(),
        reader: "contact",
        outbox,
        live,
        conversations,
        messages,
        received,
        report: (error) => events.emit("error", error),
        onClose: () => threads.delete(thread),
      });
      threads.add(thread);
      return thread;
    },
  };
}
