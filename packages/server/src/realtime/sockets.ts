import type { Server as HttpServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { type Namespace, Server, type Socket } from "socket.io";
import { AppError } from "../app-error.ts";
import type { ContactActor, Context, TeamActor } from "../context.ts";
import type { Log } from "../log.ts";
import type { Signal, Signals } from "./signals.ts";
import type { Telling } from "./telling.ts";

export interface SocketAuthenticators {
  contact(token: string | null): Promise<Context<ContactActor>>;
  /** `headers` are the handshake's `cookie`, `origin` and `host`. */
  team(apiKey: string | null, headers: Headers): Promise<Context<TeamActor>>;
}

export interface Sockets {
  telling: Telling;
  /** Opens the namespaces; before this, nobody can connect. */
  open(authenticators: SocketAuthenticators, signals: Signals): void;
  attach(server: HttpServer): void;
  close(): Promise<void>;
}

const rooms = {
  contact: (id: string) => `contact:${id}`,
  session: (id: string) => `session:${id}`,
  team: (workspaceId: string) => `team:${workspaceId}`,
};

/** Socket.IO at `/socket`. With Redis, what one node tells is heard on all. */
export function createSockets({ redisUrl, log }: { redisUrl: string | null; log: Log }): Sockets {
  const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
  redis?.on("error", (error) => log.error({ err: error }, "redis"));
  const io = new Server({
    path: "/socket",
    serveClient: false,
    // Contacts come from any website, with a token and never a cookie; browsers keep other origins' cookies back (SameSite).
    cors: { origin: "*" },
    maxHttpBufferSize: 16_384,
    ...(redis && { adapter: createAdapter(redis) }),
  });
  return {
    telling: {
      contact: (contactId, event, payload) => io.of("/contact").to(rooms.contact(contactId)).emit(event, payload),
      team: (workspaceId, event, payload) => io.of("/agent").to(rooms.team(workspaceId)).emit(event, payload),
      endSession: (sessionId) => io.of("/contact").in(rooms.session(sessionId)).disconnectSockets(true),
      endContact: (contactId) => io.of("/contact").in(rooms.contact(contactId)).disconnectSockets(true),
    },
    open: (authenticators, signals) => {
      // The default namespace exists by itself, and would let everybody stay.
      io.use((_, next) => next(new Error("unauthenticated")));
      openNamespace(io.of("/contact"), log, {
        authenticate: ({ handshake }) => authenticators.contact(textOf(handshake.auth.token)),
        recheck: true,
        roomsOf: ({ actor }) => [rooms.contact(actor.contactId), rooms.session(actor.sessionId)],
        signals: signals.all.filter(({ audience }) => audience === "contact"),
      });
      openNamespace(io.of("/agent"), log, {
        authenticate: ({ handshake }) => {
          const { cookie, origin, host } = handshake.headers;
          const headers = new Headers();
          for (const [name, value] of Object.entries({ cookie, origin, host })) if (value) headers.set(name, value);
          return authenticators.team(textOf(handshake.auth.apiKey), headers);
        },
        recheck: false,
        roomsOf: ({ workspaceId }) => [rooms.team(workspaceId)],
        signals: signals.all.filter(({ audience }) => audience === "team"),
      });
    },
    attach: (server) => {
      io.attach(server);
    },
    close: async () => {
      await io.close();
      redis?.disconnect();
    },
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

interface Opening<C> {
  authenticate(socket: Socket): Promise<C>;
  /** Whether who was let in is authenticated again once they would hear: what cut others may have come in between. */
  recheck: boolean;
  roomsOf(ctx: C): string[];
  signals: Signal[];
}

function openNamespace<C extends Context>(
  namespace: Namespace,
  log: Log,
  { authenticate, recheck, roomsOf, signals }: Opening<C>,
): void {
  const contexts = new WeakMap<Socket, C>();
  namespace.use(async (socket, next) => {
    try {
      contexts.set(socket, await authenticate(socket));
      next();
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error }, "socket");
      next(new Error(error instanceof AppError ? error.code : "internal"));
    }
  });
  namespace.on("connection", (socket) => {
    const ctx = contexts.get(socket);
    if (!ctx) return void socket.disconnect(true);
    socket.join(roomsOf(ctx));
    if (recheck) void authenticate(socket).catch(() => socket.disconnect(true));
    for (const signal of signals) {
      socket.on(signal.name, (input: unknown) => void receive(ctx, signal, input, log));
    }
    const leaving = signals.find(({ name }) => name === "viewing");
    if (leaving) socket.on("disconnect", () => void receive(ctx, leaving, { conversationId: null }, log));
  });
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
