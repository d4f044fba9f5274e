import type { Note, SendTeamMessage, TeamChanges, TeamConversation, TeamEvents } from "@deskbell/contract";
import { createCatchUp } from "./catch-up.ts";
import { contentOf } from "./deliver.ts";
import type { DeskbellError } from "./deskbell-error.ts";
import { createEmitter } from "./emitter.ts";
import { createLive, type LiveEvents } from "./live.ts";
import type { Observable } from "./observable.ts";
import { createOutbox } from "./outbox.ts";
import { type ConnectionState, createRealtime, type OpenSocket } from "./realtime.ts";
import { createReceipts } from "./receipts.ts";
import { createRequest } from "./request.ts";
import { createDefaultStore, type KeyValueStore } from "./storage.ts";
import { createTeamResources, type TeamResources } from "./team-resources.ts";
import { createTeamThread } from "./team-thread.ts";
import type { TeamThread } from "./thread-state.ts";

export interface AgentClientOptions {
  /** Origin of the server; empty for the page's own. */
  host: string;
  /** `dk_…`. Without it the browser's sign-in cookie speaks. */
  apiKey?: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Default: `localStorage`, or memory where that is denied. */
  storage?: KeyValueStore;
  /** Default: `socket.io-client`, imported on the first `connect`. */
  openSocket?: OpenSocket;
}

/** What `agentClient.on` tells: the server's events, and what happens on this side. */
export interface AgentClientEvents extends TeamEvents {
  connection: ConnectionState;
  /** A page of what was missed; each row has also been told as an event of its own. */
  caughtUp: TeamChanges;
  /** What was missed cannot be told, or nothing was heard before: fetch afresh what is shown. */
  resync: null;
  /** Something in the background did not work. `unauthenticated`: sign in, then `connect` again. */
  error: DeskbellError;
}

/** One agent's side of Deskbell. */
export interface AgentClient extends TeamResources {
  /** Opens the socket and keeps it open. Call it after sign-in. */
  connect(): void;
  /** Call it on sign-out. */
  disconnect(): void;
  readonly connection: Observable<ConnectionState>;
  /** Returns the way to stop listening. */
  on<E extends keyof AgentClientEvents>(event: E, handler: (payload: AgentClientEvents[E]) => void): () => void;
  /** A live conversation with its notes. */
  thread(conversationId: string): TeamThread;
}

/** An agent's client. Makes no request by itself. */
export function createAgentClient(options: AgentClientOptions): AgentClient {
  const { host, apiKey } = options;
  const storage = options.storage ?? createDefaultStore();
  const resources = createTeamResources(
    createRequest({ host, apiKey, fetch: options.fetch, credentials: "same-origin" }),
  );
  const { conversations, messages, notes } = resources;
  const events = createEmitter<AgentClientEvents>();
  const identity = createIdentity(resources.me);

  const realtime = createRealtime({
    host,
    namespace: "/agent",
    openSocket: options.openSocket,
    auth: (): Record<string, string> => (apiKey ? { apiKey } : {}),
    prepare: identity.get,
    onEvent(event, payload) {
      // The server tells the team no other events than these, by its types.
      live.tell(event as keyof LiveEvents<TeamConversation>, payload as never);
      events.emit(event as keyof AgentClientEvents, payload as never);
      catchUp.heard();
    },
    onResync() {
      if (realtime.connection.get() === "online") outbox.kick();
      catchUp.run();
    },
    onRefused(error) {
      catchUp.stop();
      identity.forget();
      events.emit("error", error);
    },
  });
  const live = createLive<TeamConversation>(realtime.signal);
  const catchUp = createCatchUp<TeamChanges>({
    list: resources.changes,
    apply(page) {
      for (const conversation of page.conversations) {
        live.applyConversation(conversation);
        events.emit("conversation.updated", conversation);
      }
      for (const ticket of page.tickets) events.emit("ticket.updated", ticket);
      live.resync(new Set(page.conversations.map(({ id }) => id)));
      events.emit("caughtUp", page);
    },
    onResync() {
      live.resync(null);
      events.emit("resync", null);
    },
  });
  realtime.connection.subscribe((state) => events.emit("connection", state));

  const receipts = createReceipts({
    send: (list) => conversations.delivered({ conversations: list }),
    // One agent's word is enough: the others hear of it before they speak.
    pause: () => 1000 + Math.random() * 2000,
  });
  const received = (id: string, seq: number) => {
    if (realtime.connection.get() === "online") receipts.received(id, seq);
  };
  live.on("message.created", ({ author, conversationId, seq }) => {
    if (author.kind === "contact") received(conversationId, seq);
  });
  live.on("conversation.updated", ({ id, agentDeliveredSeq }) => receipts.known(id, agentDeliveredSeq));
  live.on("delivered", ({ conversationId, receiver, seq }) => {
    if (receiver === "team") receipts.known(conversationId, seq);
  });

  const outbox = createOutbox({
    storage,
    key: "deskbell:agent:outbox",
    owner: identity.get,
    presentOwner: identity.present,
    rehome: false,
    async deliver(item, signal) {
      const { of, lane, clientId, body } = item;
      if (of === "note") return { note: await notes.create(lane, { clientId, body }, { signal }) };
      // The team's outbox holds no responses.
      return { message: await messages.send(lane, contentOf(item) as SendTeamMessage, { signal }) };
    },
    onStored(stored) {
      if ("note" in stored) live.tell("note.created", stored.note);
      else live.tell("message.created", stored.message);
    },
  });

  return {
    ...resources,
    connect: realtime.connect,
    disconnect() {
      realtime.disconnect();
      receipts.clear();
      catchUp.stop();
      identity.forget();
    },
    connection: realtime.connection,
    on: events.on,
    thread(conversationId) {
      outbox.kick();
      return createTeamThread({
        lane: conversationId,
        reader: "team",
        outbox,
        live,
        getConversation: conversations.get,
        listMessages: messages.list,
        listNotes: (id) => listAllNotes(notes, id),
        markRead: (id, seq) => conversations.read(id, { seq }),
        isSelf: (author) => author.kind === "agent" && author.id === identity.present(),
        received,
        report: (error) => events.emit("error", error),
        messages,
      });
    },
  };
}

async function listAllNotes(notes: TeamResources["notes"], conversationId: string): Promise<Note[]> {
  const all: Note[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await notes.list(conversationId, { limit: 100, ...(cursor ? { cursor } : {}) });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

/** Whose words are typed here: unsent ones wait for the agent who wrote them, never go out in another's name. */
function createIdentity(me: TeamResources["me"]) {
  let known: string | null = null;
  let asking: Promise<string> | null = null;
  async function ask(): Promise<string> {
    const { agent, workspace } = await me();
    return agent?.id ?? `workspace:${workspace.id}`;
  }
  return {
    present: () => known,
    get(): Promise<string> {
      if (known) return Promise.resolve(known);
      asking ??= ask();
      const mine = asking;
      return mine.then(
        (id) => {
          if (asking === mine) known = id;
          return id;
        },
        (thrown) => {
          if (asking === mine) asking = null;
          throw thrown;
        },
      );
    },
    forget() {
      known = null;
      asking = null;
    },
  };
}
