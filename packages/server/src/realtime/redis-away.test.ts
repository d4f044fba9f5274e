import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io } from "socket.io-client";
import { expect, it } from "vitest";
import type { ContactActor, Context } from "../context.ts";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { Signals } from "./signals.ts";
import { createSockets } from "./sockets.ts";

it("a node without its Redis tells its own sockets and ends its own sessions", async () => {
  // Nobody listens on port 1.
  const sockets = createSockets({ redisUrl: "redis://127.0.0.1:1", log: createLog("silent") });
  const actor: ContactActor = { kind: "contact", contactId: newId(), channelId: newId(), sessionId: newId() };
  // Nothing here looks at the parts of a process.
  const ctx = { workspaceId: newId(), actor, deps: {} } as Context<ContactActor>;
  sockets.open({ contact: async () => ctx, team: () => Promise.reject(new Error("nobody")) }, new Signals(), {
    arrived: () => undefined,
    left: () => undefined,
  });
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  sockets.attach(server);
  const { port } = server.address() as AddressInfo;
  const socket = io(`http://127.0.0.1:${port}/contact`, { path: "/socket", transports: ["websocket"] });
  await new Promise<void>((resolve) => socket.once("connect", resolve));

  const heard = new Promise((resolve) => socket.once("read", resolve));
  const read = { conversationId: newId(), reader: "team", seq: 3 } as const;
  sockets.telling.contact(actor.contactId, "read", read);
  expect(await heard).toEqual(read);

  const cut = new Promise((resolve) => socket.once("disconnect", resolve));
  sockets.telling.cut({ sessionId: actor.sessionId });
  expect(await cut).toBe("io server disconnect");

  socket.close();
  await sockets.close();
  server.close();
}, 10_000);
