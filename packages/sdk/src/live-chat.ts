import type { Changes, ContactEvents, Conversation, Identity, Session, ViewedPage } from "@deskbell/contract";
import { createCatchUp } from "./catch-up.ts";
import { createArrivals } from "./contact-arrivals.ts";
import { createContactThread } from "./contact-thread.ts";
import { deliver } from "./deliver.ts";
import type { DeskbellError } from "./deskbell-error.ts";
import { createEmitter } from "./emitter.ts";
import { newerConversation } from "./freshness.ts";
import type { Proof } from "./identity-proof.ts";
import { createNewLane } from "./lane.ts";
import { createLive, type Live, type LiveEvents } from "./live.ts";
import { createLiveList, type LiveList, type OwnedLiveList } from "./live-list.ts";
import type { Observable } from "./observable.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { type ConnectionState, createRealtime, type OpenSocket } from "./realtime.ts";
import { createRequest, type Request } from "./request.ts";
import { createListChanges, type ListChanges } from "./resources/changes.ts";
import { createConversationBasics } from "./resources/conversation-basics.ts";
import { createMessageBasics } from "./resources/message-basics.ts";
import { createPresence, type PresenceResource } from "./resources/presence.ts";
import { createSessionKeeper } from "./session-keeper.ts";
import { createDefaultStore, type KeyValueStore } from "./storage.ts";
import type { ChatThread } from "./thread-state.ts";
import { handOver } from "./unsent.ts";

export interface LiveChatOptions {
  /** Origin of the server, such as `https://help.example.com`. */
  host: string;
  /** The public key of a channel. */
  channelKey: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
  /** Default: `localStorage`, or memory where that is denied. */
  storage?: KeyValueStore | undefined;
  /** Default: `socket.io-client`, imported on the first `connect`. */
  openSocket?: OpenSocket | undefined;
}

/** What `deskbell.on` tells: the server's events, and what happens on this side. */
export interface DeskbellEvents extends ContactEvents {
  connection: ConnectionState;
  /** Started, replaced (the contact may be another one) or ended (`null`). */
  session: Session | null;
  /** Something in the background did not work; it is tried again where that helps. */
  error: DeskbellError;
}

/** What every client of a contact can do. */
export interface ClientBasics {
  /** Starts or resumes the session. Requests do it by themselves; concurrent calls share one request. Throws `channel_not_found`, `domain_not_allowed`, `identity_required`, `identity_invalid`, `identity_expired`, `identity_off`. */
  start(): Promise<Session>;
  /** `null` until started. */
  readonly session: Session | null;
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
  readonly presence: PresenceResource;
  readonly conversationList: LiveList<Conversation>;
}

/** What a chat needs in any case; `toDeskbell` adds all that some do without. */
export interface LiveChat extends ClientBasics {
  /** As `Deskbell.thread`; `toThread` adds what some do without. */
  thread(conversationId: string | null): ChatThread;
  readonly inside: LiveChatInside;
}

/** What the rest of a client is made of. */
export interface LiveChatInside {
  /** In nobody's name. */
  ask: Request;
  /** As the contact, whose session is started first. */
  request: Request;
  live: Live<Conversation>;
  outbox: Outbox;
  changes: ListChanges<Changes>;
  report(error: DeskbellError): void;
  /** Fetched anew and forgotten with all else that is shown. */
  keep(list: KeptList): void;
  /** Goes on as who the proof says now. */
  prove(): Promise<Session>;
  /** The same, once the proof is this one; `null`: whatever it gets. */
  identify(identity: Identity | null): Promise<Session>;
  /** Ends the session on this side, and answers with its token. */
  leave(): string | null;
}

type KeptList = Pick<OwnedLiveList<unknown>, "get" | "load" | "refresh" | "reset" | "stop">;

/** Makes no request by itself, unless something typed before is still unsent. */
export function createLiveChat(options: LiveChatOptions, proof: Proof): LiveChat {
  const { host, channelKey } = options;
  const storage = options.storage ?? createDefaultStore();
  const ask = createRequest({ host, fetch: options.fetch, credentials: "omit" });
  const events = createEmitter<DeskbellEvents>();
  const keeper = createSessionKeeper(ask, channelKey, storage, proof);
  const { request } = keeper;
  const conversations = createConversationBasics(request);
  const messages = createMessageBasics(request);

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
    onRefused: report,
  });
  const live = createLive<Conversation>(realtime.signal);
  const changes = createListChanges<Changes>(request, "changes");
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
  const lists: KeptList[] = [conversationList];
  live.on("conversation.updated", (conversation) => conversationList.apply(conversation));
  live.onMove(({ id, move, rises }) => conversationList.change(id, move, rises));

  const arrivals = createArrivals({
    live,
    conversationList,
    delivered: conversations.delivered,
    isOnline: () => realtime.connection.get() === "online",
  });
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
    // The server tells contacts no other events than these, by its types. Tickets have nothing to do with chat.
    if (event !== "ticket.updated") live.tell(event as keyof LiveEvents<Conversation>, payload as never);
    events.emit(event as keyof DeskbellEvents, payload as never);
  }

  let viewed: ViewedPage | null = null;
  const threads = new Set<ChatThread>();
  let wanted = false;
  let contactId: string | null = null;
  keeper.session.subscribe((session) => {
    // Another contact: nothing of the one before may stay on the screen.
    const isAnother = session && contactId && session.contact.id !== contactId;
    if (session?.previous === "joined") outbox.reown(session.contact.id);
    if (session?.previous === "left") forgetWords();
    contactId = session?.contact.id ?? contactId;
    if (isAnother) {
      arrivals.clear();
      forgetLists();
      live.resync(null);
    }
    events.emit("session", session);
  });
  realtime.connection.subscribe((state) => events.emit("connection", state));

  function report(error: DeskbellError): void {
    events.emit("error", error);
  }

  function closeThreads(): void {
    for (const thread of [...threads]) thread.close();
  }

  /** Somebody else sits here now: nothing that was written before goes out in their name. */
  function forgetWords(): void {
    outbox.clear();
    closeThreads();
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
    connect() {
      wanted = true;
      realtime.connect();
    },
    disconnect,
    close() {
      disconnect();
      arrivals.clear();
      proof.forget();
      outbox.close();
      for (const list of lists) list.stop();
      closeThreads();
    },
    connection: realtime.connection,
    viewPage({ url, title }) {
      viewed = { url: url.slice(0, 2000), title: [...title].slice(0, 100).join("") };
      realtime.signal("page", viewed);
    },
    on: events.on,
    presence: createPresence(request),
    conversationList,
    thread(conversationId) {
      const thread = createContactThread({
        lane: conversationId ?? outbox.findNewLane() ?? createNewLane(),
        reader: "contact",
        outbox,
        live,
        conversations,
        messages,
        received: arrivals.received,
        report,
        onClose: () => threads.delete(thread),
      });
      threads.add(thread);
      return thread;
    },
    inside: {
      ask,
      request,
      live,
      outbox,
      changes,
      report,
      keep: (list) => lists.push(list),
      prove: keeper.prove,
      async identify(identity) {
        await proof.give(identity);
        const session = await keeper.prove();
        if (wanted) realtime.connect();
        return session;
      },
      leave() {
        disconnect();
        forgetWords();
        arrivals.clear();
        const token = keeper.forget();
        contactId = null;
        forgetLists();
        return token;
      },
    },
  };
}
