import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { type Namespace, Server, type Socket } from "socket.io";
import { AppError, refusalOf } from "../app-error.ts";
import type { ContactActor, Context, TeamActor } from "../context.ts";
import { clientAddress, isWithin } from "../http/client-address.ts";
import type { Log } from "../log.ts";
import type { Attendance, People, Person } from "./attendance.ts";
import { watchPeers } from "./peers.ts";
import type { Signal, Signals } from "./signals.ts";
import type { Telling } from "./telling.ts";

export interface SocketAuthenticators {
  contact(token: string | null, address: string): Promise<Context<ContactActor>>;
  /** `headers` are the handshake's `cookie`, `origin` and `host`. */
  team(apiKey: string | null, headers: Headers): Promise<Context<TeamActor>>;
}

export interface Sockets {
  telling: Telling;
  /** Opens the namespaces; before this, nobody can connect. */
  open(authenticators: SocketAuthenticators, signals: Signals, attendance: Attendance): void;
  attach(server: HttpServer): void;
  close(): Promise<void>;
  people: People;
}

const rooms = {
  contact: (id: string) => `contact:${id}`,
  contacts: (workspaceId: string) => `contacts:${workspaceId}`,
  session: (id: string) => `session:${id}`,
  agent: (id: string) => `agent:${id}`,
  team: (workspaceId: string) => `team:${workspaceId}`,
};

/** Where all sockets of somebody are. */
const homeOf = ({ audience, id }: Person): string => (audience === "contact" ? rooms.contact(id) : rooms.agent(id));

const namespaces = { contact: "/contact", team: "/agent" } as const;

/** How soon a node tries again to reach Redis. */
const rejoinMs = 500;
const spreadMs = 4000;

/** Socket.IO at `/socket`. With Redis, what one node tells is heard on all. */
export function createSockets({ redisUrl, log }: { redisUrl: string | null; log: Log }): Sockets {
  const redis = redisUrl ? joinRedis(redisUrl) : null;
  redis?.on("error", (error) => log.error({ err: error }, "redis"));
  const isJoined = (): boolean => redis?.status === "ready";
  const io = new Server({
    path: "/socket",
    serveClient: false,
    // Contacts come from any website, with a token and never a cookie; browsers keep other origins' cookies back (SameSite).
    cors: { origin: "*" },
    maxHttpBufferSize: 16_384,
    // Buffers for compression would cost more than ten times what a quiet connection does.
    perMessageDeflate: false,
    httpCompression: false,
    ...(redis && { adapter: createAdapter(redis) }),
  });
  const here = `node:${randomUUID()}`;
  // By itself the adapter waits for Redis before it reaches this node's own sockets: they come first, with or without it.
  const emit = (namespace: string, room: string, event: string, payload: unknown): void => {
    io.of(namespace).local.to(room).emit(event, payload);
    // What is told while Redis is away is read by those who look again afterwards.
    if (isJoined()) io.of(namespace).to(room).except(here).emit(event, payload);
  };
  const cut = (namespace: string, room: string): void => {
    io.of(namespace).local.in(room).disconnectSockets(true);
    if (redis) io.of(namespace).in(room).except(here).disconnectSockets(true);
  };
  /** This node's sockets may have missed something of another node's: they connect again, which makes them look. */
  const lookAgain = (): void => {
    for (const namespace of ["/contact", "/agent"]) {
      for (const socket of io.of(namespace).sockets.values()) {
        // Not before all nodes can have joined again, and not everybody at once.
        setTimeout(() => socket.conn.close(), 2 * rejoinMs + Math.random() * spreadMs).unref();
      }
    }
  };
  redis?.on("ready", lookAgain);
  const peers = redis ? watchPeers(io.of("/agent"), isJoined, lookAgain) : null;
  const cutNetworkHere = (workspaceId: string, network: string): void => {
    for (const socket of io.of("/contact").sockets.values()) {
      if (socket.data.person?.workspaceId === workspaceId && isWithin(addressOf(socket), network))
        socket.disconnect(true);
    }
  };
  io.of("/contact").on(cutNetwork, cutNetworkHere);
  return {
    telling: {
      contacts: (workspaceId, event, payload) => emit("/contact", rooms.contacts(workspaceId), event, payload),
      contact: (contactId, event, payload) => emit("/contact", rooms.contact(contactId), event, payload),
      team: (workspaceId, event, payload) => emit("/agent", rooms.team(workspaceId), event, payload),
      endSession: (sessionId) => cut("/contact", rooms.session(sessionId)),
      cutContact: (contactId) => cut("/contact", rooms.contact(contactId)),
      cutNetwork: (workspaceId, network) => {
        cutNetworkHere(workspaceId, network);
        // The adapter of a single node has nobody to tell.
        if (redis) io.of("/contact").serverSideEmit(cutNetwork, workspaceId, network);
      },
      doubt: ({ workspaceId, team, contactIds }) => {
        if (team) cut("/agent", rooms.team(workspaceId));
        for (const contactId of contactIds) cut("/contact", rooms.contact(contactId));
      },
    },
    people: {
      has: (person) => io.of(namespaces[person.audience]).adapter.rooms.has(homeOf(person)),
      *[Symbol.iterator]() {
        for (const namespace of Object.values(namespaces)) {
          for (const socket of io.of(namespace).sockets.values()) if (socket.data.person) yield socket.data.person;
        }
      },
    },
    open: (authenticators, signals, attendance) => {
      // The default namespace exists by itself, and would let everybody stay.
      io.use((_, next) => next(new Error("unauthenticated")));
      openNamespace(io.of("/contact"), here, log, {
        authenticate: (socket) => authenticators.contact(textOf(socket.handshake.auth.token), addressOf(socket)),
        recheck: true,
        personOf: ({ workspaceId, actor }) => ({ workspaceId, audience: "contact", id: actor.contactId }),
        attendance,
        roomsOf: ({ workspaceId, actor }) => [rooms.contacts(workspaceId), rooms.session(actor.sessionId)],
        signals: signals.all.filter(({ audience }) => audience === "contact"),
      });
      openNamespace(io.of("/agent"), here, log, {
        authenticate: ({ handshake }) => {
          const { cookie, origin, host } = handshake.headers;
          const headers = new Headers();
          for (const [name, value] of Object.entries({ cookie, origin, host })) if (value) headers.set(name, value);
          return authenticators.team(textOf(handshake.auth.apiKey), headers);
        },
        recheck: false,
        personOf: ({ workspaceId, actor }) =>
          actor.kind === "agent" ? { workspaceId, audience: "team", id: actor.agentId } : null,
        attendance,
        roomsOf: ({ workspaceId }) => [rooms.team(workspaceId)],
        signals: signals.all.filter(({ audience }) => audience === "team"),
      });
    },
    attach: (server) => {
      io.attach(server);
    },
    close: async () => {
      peers?.close();
      await io.close();
      redis?.disconnect();
    },
  };
}

/** What nodes tell each other. */
const cutNetwork = "cut-network";

const addressOf = ({ handshake }: Socket): string =>
  clientAddress(handshake.address, textOf(handshake.headers["x-forwarded-for"]));

function joinRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => rejoinMs });
  const duplicate = redis.duplicate.bind(redis);
  // The adapter's further connections subscribe at once. A check for readiness behind that is refused, which ends the process.
  redis.duplicate = (options) => duplicate({ enableReadyCheck: false, ...options });
  return redis;
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

interface Opening<C> {
  authenticate(socket: Socket): Promise<C>;
  /** Whether who was let in is authenticated again once they would hear: what cut others may have come in between. */
  recheck: boolean;
  personOf(ctx: C): Person | null;
  attendance: Attendance;
  /** Beside the person's own. */
  roomsOf(ctx: C): string[];
  signals: Signal[];
}

function openNamespace<C extends Context>(
  namespace: Namespace,
  here: string,
  log: Log,
  { authenticate, recheck, personOf, attendance, roomsOf, signals }: Opening<C>,
): void {
  const contexts = new WeakMap<Socket, C>();
  namespace.use(async (socket, next) => {
    try {
      contexts.set(socket, await authenticate(socket));
      next();
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error }, "socket");
      next(new Error(refusalOf(error).code));
    }
  });
  namespace.on("connection", (socket) => {
    const ctx = contexts.get(socket);
    if (!ctx) return void socket.disconnect(true);
    forgetRequest(socket);
    const person = personOf(ctx);
    socket.join([here, ...roomsOf(ctx)]);
    if (person) attend(socket, person, attendance);
    if (recheck) void authenticate(socket).catch(() => socket.disconnect(true));
    for (const signal of signals) {
      socket.on(signal.name, (input: unknown) => void receive(ctx, signal, input, log));
    }
    const leaving = signals.find(({ name }) => name === "viewing");
    if (leaving) socket.on("disconnect", () => void receive(ctx, leaving, { conversationId: null }, log));
  });
}

function attend(socket: Socket, person: Person, attendance: Attendance): void {
  const home = homeOf(person);
  const isHere = (): boolean => socket.nsp.adapter.rooms.has(home);
  if (!isHere()) attendance.arrived(person);
  socket.data.person = person;
  socket.join(home);
  socket.on("disconnect", () => {
    if (!isHere()) attendance.left(person);
  });
}

/** The handshake has what is needed of the request, which would stay in memory as long as the connection. */
function forgetRequest({ conn }: Socket): void {
  // Typed as always there, documented as nullable: https://socket.io/docs/v4/memory-usage/
  (conn as { request: unknown }).request = null;
}

/** What is malformed or not allowed is dropped without an answer: weather has no errors. */
async function receive(ctx: Context, signal: Signal, input: unknown, log: Log): Promise<void> {
  const parsed = signal.schema.safeParse(input);
  if (!parsed.success) return;
  try {
    // The signal was registered for this audience with this schema.
    await signal.handle(ctx as never, parsed.data as never);
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error, signal: signal.name }, "signal");
  }
}
