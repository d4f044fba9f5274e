import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Server, type Socket } from "socket.io";
import type { ContactActor, Context, TeamActor } from "../context.ts";
import { clientAddress, isWithin } from "../http/client-address.ts";
import type { Log } from "../log.ts";
import type { Attendance, People } from "./attendance.ts";
import { joinRedis, rejoinMs } from "./join-redis.ts";
import { openNamespace } from "./namespace.ts";
import { watchPeers } from "./peers.ts";
import { homeOf, roomOf, rooms } from "./rooms.ts";
import type { Signals } from "./signals.ts";
import type { Telling } from "./telling.ts";
import type { Whom } from "./whom.ts";

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
  /** Cuts this node's sockets only. */
  cutHere(whom: Whom): void;
  /** Authenticates again everybody who is connected here. */
  recheck(): void;
  /** Lets everybody connect elsewhere, one after the other, within so many ms; a few are gone at once. */
  sendAway(withinMs: number): Promise<void>;
  close(): Promise<void>;
  people: People;
}

const namespaces = { contact: "/contact", team: "/agent" } as const;

const spreadMs = 4000;
/** What a connection that is sent away costs the node it goes to. */
const sendAwayMs = 2;

/** Socket.IO at `/socket`. With Redis, what one node tells is heard on all. */
export function createSockets({
  redisUrl,
  log,
  ping = { interval: 25_000, timeout: 20_000 },
}: {
  redisUrl: string | null;
  log: Log;
  /** In ms. Proxies cut what is idle for a minute; who does not answer in time is gone. */
  ping?: { interval: number; timeout: number };
}): Sockets {
  // Who was here before did not hear what was told until then.
  const redis = redisUrl ? joinRedis(redisUrl, () => lookAgain()) : null;
  redis?.on("error", (error) => log.error({ err: error }, "redis"));
  const isJoined = (): boolean => redis?.status === "ready";
  const io = new Server({
    path: "/socket",
    serveClient: false,
    // Contacts come from any website, with a token and never a cookie; browsers keep other origins' cookies back (SameSite).
    cors: { origin: "*" },
    maxHttpBufferSize: 16_384,
    pingInterval: ping.interval,
    pingTimeout: ping.timeout,
    // Buffers for compression would cost more than ten times what a quiet connection does.
    perMessageDeflate: false,
    httpCompression: false,
    ...(redis && { adapter: createAdapter(redis) }),
  });
  const here = `node:${randomUUID()}`;
  // By itself the adapter waits for Redis before it reaches this node's own sockets: they come first, with or without it.
  const emit = (namespace: string, room: string, event: string, payload: unknown): void => {
    io.of(namespace).local.to(room).emit(event, payload);
    if (isJoined()) io.of(namespace).to(room).except(here).emit(event, payload);
    // What others could not be told is read by those who look again afterwards.
    else peers?.untold();
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
  const cutHere = (whom: Whom): void => {
    if (!("network" in whom)) {
      const [namespace, room] = roomOf(whom);
      io.of(namespace).local.in(room).disconnectSockets(true);
      return;
    }
    for (const socket of io.of("/contact").sockets.values()) {
      const isThere = socket.data.person?.workspaceId === whom.workspaceId && isWithin(addressOf(socket), whom.network);
      if (isThere) socket.disconnect(true);
    }
  };
  io.of("/contact").on(cutNetwork, cutHere);
  const rechecks: Array<(everybody: boolean) => void> = [];
  const expiries = setInterval(() => {
    for (const recheck of rechecks) recheck(false);
  }, 1000);
  expiries.unref();
  return {
    telling: {
      contacts: (workspaceId, event, payload) => emit("/contact", rooms.contacts(workspaceId), event, payload),
      contact: (contactId, event, payload) => emit("/contact", rooms.contact(contactId), event, payload),
      team: (workspaceId, event, payload) => emit("/agent", rooms.team(workspaceId), event, payload),
      cut: (whom) => {
        cutHere(whom);
        // The adapter of a single node has nobody to tell. Others hear it in order, before what is told next.
        if (!redis) return;
        if ("network" in whom) io.of("/contact").serverSideEmit(cutNetwork, whom);
        else cut(...roomOf(whom));
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
      const contacts = openNamespace(io.of("/contact"), here, log, {
        authenticate: (socket) => authenticators.contact(textOf(socket.handshake.auth.token), addressOf(socket)),
        personOf: ({ workspaceId, actor }) => ({ workspaceId, audience: "contact", id: actor.contactId }),
        attendance,
        roomsOf: ({ workspaceId, actor }) => [rooms.contacts(workspaceId), rooms.session(actor.sessionId)],
        signals: signals.all.filter(({ audience }) => audience === "contact"),
      });
      const team = openNamespace(io.of("/agent"), here, log, {
        authenticate: ({ handshake }) => {
          const { cookie, origin, host } = handshake.headers;
          const headers = new Headers();
          for (const [name, value] of Object.entries({ cookie, origin, host })) if (value) headers.set(name, value);
          return authenticators.team(textOf(handshake.auth.apiKey), headers);
        },
        personOf: ({ workspaceId, actor }) =>
          actor.kind === "agent" ? { workspaceId, audience: "team", id: actor.agentId } : null,
        attendance,
        roomsOf: ({ workspaceId, actor }) => [
          rooms.team(workspaceId),
          actor.kind === "agent" ? rooms.signIn(actor.signIn.id) : rooms.apiKey(actor.apiKeyId),
        ],
        signals: signals.all.filter(({ audience }) => audience === "team"),
      });
      rechecks.push(contacts, team);
    },
    attach: (server) => {
      io.attach(server);
    },
    cutHere,
    recheck: () => {
      for (const recheck of rechecks) recheck(true);
    },
    sendAway: async (withinMs) => {
      const connections = new Set<Socket["conn"]>();
      for (const namespace of ["/contact", "/agent"])
        for (const { conn } of io.of(namespace).sockets.values()) connections.add(conn);
      const spread = Math.min(withinMs, connections.size * sendAwayMs);
      await Promise.all(
        [...connections].map(async (connection) => {
          await pause(Math.random() * spread);
          connection.close();
        }),
      );
    },
    close: async () => {
      clearInterval(expiries);
      peers?.close();
      await io.close();
      // What was told last is on its way to the other nodes.
      if (isJoined()) await Promise.race([redis?.quit(), pause(1000)]).catch(() => undefined);
      redis?.disconnect();
    },
  };
}

/** What nodes tell each other. */
const cutNetwork = "cut-network";

const addressOf = ({ handshake }: Socket): string =>
  clientAddress(handshake.address, textOf(handshake.headers["x-forwarded-for"]));

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
