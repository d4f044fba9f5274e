import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { createDeskbell, createMemoryStore, type Deskbell } from "@deskbell/sdk";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../test/actors.ts";
import { eventually } from "../test/eventually.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";

const ping = { interval: 200, timeout: 400 };
let server: TestServer;
let workspace: TestWorkspace;
let agent: TestAgent;
beforeAll(async () => {
  server = await startTestServer({ ping });
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent();
});
afterAll(() => server.close());

/** With the sockets that browsers get. */
const contactAt = (host: string): Deskbell =>
  createDeskbell({ host, channelKey: workspace.channelKey, storage: createMemoryStore() });

async function urlOf(proxy: Server): Promise<string> {
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

it("where WebSocket is refused, long polling carries everything", async () => {
  const usual = await startTestServer();
  const { channelKey, ...people } = await createTestWorkspace(usual);
  const colleague = await people.agent();
  const transports = new Set<string | null>();
  const proxy = createHttpServer((asked, answer) => {
    const target = new URL(asked.url ?? "/", usual.url);
    if (target.pathname.startsWith("/socket")) transports.add(target.searchParams.get("transport"));
    const { method, headers } = asked;
    const forwarded = request(target, { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    forwarded.on("error", () => answer.destroy());
    asked.pipe(forwarded);
  });
  proxy.on("upgrade", (_, socket: Socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
  const contact = createDeskbell({ host: await urlOf(proxy), channelKey, storage: createMemoryStore() });
  onTestFinished(() => {
    contact.disconnect();
    proxy.closeAllConnections();
    proxy.close();
    return usual.close();
  });
  contact.connect();
  await eventually(() => expect(contact.connection.get()).toBe("online"));
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  const heard: string[] = [];
  contact.on("message.created", ({ body }) => heard.push(body));
  await colleague.messages.send(conversation.id, { body: "Heard by polling" });
  await eventually(() => expect(heard).toContain("Heard by polling"));
  expect([...transports]).toEqual(["polling"]);
  // By default there is a word more often than once a minute, and who is dead is missed within it.
  const opened = await (await fetch(`${usual.url}/socket/?EIO=4&transport=polling`)).text();
  const { pingInterval, pingTimeout } = JSON.parse(opened.slice(1)) as { pingInterval: number; pingTimeout: number };
  expect(pingInterval + pingTimeout).toBeLessThan(60_000);
});

/** Forwards bytes; `idleMs` without any ends a connection; while `swallows`, they vanish and nobody is told. */
async function forwarder(idleMs: number) {
  const state = { swallows: false, passed: 0 };
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(new URL(server.url).port), "127.0.0.1");
    // What was open before goes on vanishing; who connects anew gets through.
    let isDead = false;
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.setTimeout(idleMs, () => {
        client.destroy();
        upstream.destroy();
      });
      from.on("data", (bytes) => {
        isDead ||= state.swallows;
        state.passed += 1;
        if (!isDead) to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => isDead || to.destroy());
    }
  });
  const url = await urlOf(proxy);
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  return { url, state };
}

it("a proxy that cuts what is idle finds nothing to cut", async () => {
  const { url, state } = await forwarder(500);
  const contact = contactAt(url);
  onTestFinished(() => contact.disconnect());
  const states: string[] = [];
  contact.connection.subscribe((each) => states.push(each));
  contact.connect();
  await eventually(() => expect(contact.connection.get()).toBe("online"));
  // A question and an answer each 200 ms: three times as long as the proxy waits.
  const from = state.passed;
  await eventually(() => expect(state.passed - from).toBeGreaterThanOrEqual(15));
  expect(states.filter((each) => each !== "online")).toEqual(["connecting"]);
});

it("a connection that died unnoticed is missed, made anew, and what was told meanwhile is there", async () => {
  const { url, state } = await forwarder(60_000);
  const contact = contactAt(url);
  onTestFinished(() => contact.disconnect());
  contact.connect();
  await eventually(() => expect(contact.connection.get()).toBe("online"));
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  const thread = contact.thread(conversation.id);
  await eventually(() => expect(thread.get().status).toBe("ready"));
  state.swallows = true;
  await agent.messages.send(conversation.id, { body: "Into the void" });
  await eventually(() => expect(contact.connection.get()).toBe("connecting"));
  state.swallows = false;
  await eventually(() => expect(contact.connection.get()).toBe("online"));
  const said = () => thread.get().items.flatMap((item) => (item.kind === "message" ? [item.message.body] : []));
  await eventually(() => expect(said()).toContain("Into the void"));
  thread.close();
});
