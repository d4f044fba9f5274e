import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Socket } from "socket.io-client";
import type { Figure, Part } from "./chat.ts";
import { type Contact, hearOnly, openSocket } from "./contacts.ts";
import { load, type Wire } from "./load.ts";
import { post } from "./post.ts";
import { highestRate } from "./sustained.ts";

const senders = 32;

/** What Socket.IO alone can do here: from one socket through a bare server to another. */
export const echoFloor: Part = async function* (_, short) {
  const floor = await startFloor({});
  const sockets = await Promise.all(Array.from({ length: senders }, () => openSocket(floor.url, "/", {})));
  const agent = await openSocket(floor.url, "/agent", {});
  let turn = 0;
  const wire: Wire = {
    send: (id) => void sockets[turn++ % senders]?.emit("message", { clientId: id, body: "How long does it take?" }),
    ...heardBy(agent),
    workers: async () => ({ server: [floor.pid] }),
    close: () => {
      for (const socket of [...sockets, agent]) socket.disconnect();
      floor.process.kill();
    },
  };
  yield* measure(wire, short);
};

/** What Hono and PostgreSQL alone can do here: one transaction with a message's statements, then Socket.IO to the agent. */
export const statementsFloor: Part = async function* (server, short) {
  const contacts = await server.contacts(short ? 200 : 1000);
  const floor = await startFloor({ databaseUrl: server.databaseUrl });
  const agent = await openSocket(floor.url, "/agent", {});
  let turn = 0;
  const wire: Wire = {
    send: (clientId) => {
      const { token, conversationId } = contacts[turn++ % contacts.length] as Contact;
      return post(`${floor.url}/messages`, token, { conversationId, clientId, body: "How long does it take?" });
    },
    ...heardBy(agent),
    workers: async () => ({ server: [floor.pid], PostgreSQL: await server.postgresPids() }),
    close: () => {
      agent.disconnect();
      floor.process.kill();
    },
  };
  yield* measure(wire, short);
};

async function* measure(wire: Wire, short: boolean): AsyncIterable<Figure> {
  await load(wire, 100, 1);
  const { p50, p99, cpu } = await load(wire, 200, short ? 2 : 5);
  yield { what: "200/s", figures: { "p50 ms": p50, "p99 ms": p99, ...cpu } };
  yield await highestRate(wire, short);
  wire.close();
}

function heardBy(agent: Socket): Pick<Wire, "onHeard"> {
  let onHeard: (id: string) => void = () => undefined;
  hearOnly(agent, (id) => onHeard(id));
  return {
    onHeard: (heard) => {
      onHeard = heard;
    },
  };
}

async function startFloor(given: {
  databaseUrl?: string;
}): Promise<{ url: string; process: ChildProcess; pid: number }> {
  const child = fork(join(import.meta.dirname, "floor-server.ts"));
  child.send(given);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}`, process: child, pid: child.pid ?? 0 };
}
