import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { Node } from "./node.ts";
import type { Random } from "./random.ts";

/** One client's way to the nodes, as through a load balancer without stickiness. It can be cut, fall silent, and lose answers. */
export interface Wire {
  url: string;
  /** Ends all connections, in the middle of whatever they carry. */
  cut(): void;
  /** The next answers to a POST are lost: the server has done what it was asked, and nobody hears of it. */
  loseAnswers(count: number): void;
  /** Nothing goes through and nothing is closed, as when a train enters a tunnel; then all goes on, or is gone. */
  hush(ms: number, then: "resume" | "cut"): void;
  /** From now on nothing is lost. */
  mend(): void;
  /** How many answers were lost so far. */
  lost(): number;
}

interface Connection {
  client: Socket;
  server: Socket;
  /** The last request on it was a POST of the REST API. */
  posts: boolean;
  hushed: boolean;
}

export async function createWire(nodes: readonly Node[], random: Random): Promise<Wire> {
  const connections = new Set<Connection>();
  let toLose = 0;
  let lost = 0;

  const server = createServer((client) => {
    client.on("error", () => client.destroy());
    const first = random.shuffled(nodes.filter((node) => node.isUp()))[0] ?? random.pick(nodes);
    const upstream = connect(first.port, "127.0.0.1");
    const connection: Connection = { client, server: upstream, posts: false, hushed: false };
    connections.add(connection);
    const close = () => {
      connections.delete(connection);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on("error", close);
      socket.on("close", close);
    }
    client.on("data", (chunk) => {
      const line = chunk.subarray(0, 64).toString("latin1");
      // A WebSocket's frames begin otherwise; a body that follows in a chunk of its own changes nothing.
      const method = /^([A-Z]+) \/(v1\/)?/.exec(line);
      if (method) connection.posts = method[1] === "POST" && method[2] !== undefined;
      if (!upstream.write(chunk)) client.pause();
    });
    upstream.on("drain", () => connection.hushed || client.resume());
    upstream.on("data", (chunk) => {
      if (toLose > 0 && connection.posts) {
        toLose -= 1;
        lost += 1;
        return close();
      }
      if (!client.write(chunk)) upstream.pause();
    });
    client.on("drain", () => connection.hushed || upstream.resume());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A wire has no port");

  const cutAll = (some: Iterable<Connection>) => {
    for (const connection of [...some]) {
      connection.client.resetAndDestroy();
      connection.server.destroy();
    }
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => cutAll(connections),
    loseAnswers: (count) => {
      toLose += count;
    },
    hush(ms, then) {
      const silenced = [...connections];
      for (const connection of silenced) {
        connection.hushed = true;
        connection.client.pause();
        connection.server.pause();
      }
      setTimeout(() => {
        if (then === "cut") return cutAll(silenced);
        for (const connection of silenced) {
          connection.hushed = false;
          connection.client.resume();
          connection.server.resume();
        }
      }, ms);
    },
    mend: () => {
      toLose = 0;
    },
    lost: () => lost,
  };
}
