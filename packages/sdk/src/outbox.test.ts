import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAgentClient } from "./agent-client.ts";
import { createDeskbell, type Deskbell } from "./deskbell.ts";
import { createMemoryStore, type KeyValueStore } from "./storage.ts";
import { type DoubleServer, startDoubleServer } from "./test/double-server.ts";
import { until } from "./test/until.ts";
import type { Thread, ThreadState } from "./thread-state.ts";
import { createUnsent } from "./unsent.ts";

let server: DoubleServer;
let storage: KeyValueStore;
const open: Deskbell[] = [];

beforeEach(async () => {
  server = await startDoubleServer();
  storage = createMemoryStore();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const deskbell of open.splice(0)) await deskbell.logout().catch(() => null);
  await server.close();
});

function visit(options: Partial<Parameters<typeof createDeskbell>[0]> = {}): Deskbell {
  const deskbell = createDeskbell({ host: server.host, channelKey: "demo", storage, ...options });
  open.push(deskbell);
  return deskbell;
}

const kept = () => storage.get("deskbell:demo:outbox") ?? "";
const pending = (state: ThreadState) => state.items.filter((item) => item.kind === "pending");
const bodies = (state: ThreadState) =>
  state.items.map((item) => (item.kind === "message" ? item.message.body : item.kind === "pending" ? item.body : ""));
const isStored = (count: number) => (state: ThreadState) => pending(state).length === 0 && state.items.length === count;
const stored = (thread: Thread, count: number) => until(thread, isStored(count));

test("what was typed is in storage before it is on the wire", async () => {
  let keptWhenSent = "";
  const deskbell = visit({
    fetch: (url, init) => {
      if (String(url).endsWith("/conversations")) keptWhenSent = kept();
      return fetch(url, init);
    },
  });
  const thread = deskbell.thread(null);
  thread.send("hello");
  expect(kept()).toContain("hello");
  await stored(thread, 1);
  expect(keptWhenSent).toContain("hello");
  expect(kept()).not.toContain("hello");
});

test("a new conversation starts with its first message, later ones wait for it, in order", async () => {
  const thread = visit().thread(null);
  for (const body of ["one", "two", "three"]) thread.send(body);
  expect(thread.get().items).toMatchObject([{ body: "one" }, { body: "two" }, { body: "three" }]);
  const state = await stored(thread, 3);
  expect(bodies(state)).toEqual(["one", "two", "three"]);
  expect(state.conversationId).toBe(server.only().conversation.id);
  expect(server.bodies(server.only())).toEqual(["one", "two", "three"]);
});

test("an answer lost on the way is asked for again, and nothing is stored twice", async () => {
  let cuts = 1;
  server.setMishap((call) => (call.path === "conversations" && cuts-- > 0 ? { cut: "after" } : null));
  const thread = visit().thread(null);
  thread.send("once");
  const waiting = await until(thread, (state) => pending(state)[0]?.state === "waiting");
  expect(pending(waiting)[0]?.error?.code).toBe("network");
  await stored(thread, 1);
  expect(server.bodies(server.only())).toEqual(["once"]);
});

test("words typed offline survive a reload and are sent once when the server is back", async () => {
  server.setMishap(() => ({ cut: "before" }));
  const before = visit().thread(null);
  before.send("first");
  before.send("second");
  await until(before, (state) => pending(state).every((item) => item.state === "waiting"));
  before.close();

  const after = visit().thread(null);
  expect(bodies(after.get())).toEqual(["first", "second"]);
  server.setMishap(() => null);
  after.retry(pending(after.get())[0]?.clientId ?? "");
  await stored(after, 2);
  expect(server.bodies(server.only())).toEqual(["first", "second"]);
});

test("a refused message fails with its reason, lets later ones pass, and goes when it is discarded", async () => {
  server.setMishap(({ body }) => (body.body === "bad" ? { refuse: "invalid_input" } : null));
  const deskbell = visit();
  const { conversation } = await deskbell.conversations.start({ message: { body: "hello" } });
  const thread = deskbell.thread(conversation.id);
  thread.send("bad");
  thread.send("good");
  const state = await until(thread, ({ items }) => items.length === 3 && items[1]?.kind === "message");
  expect(bodies(state)).toEqual(["hello", "good", "bad"]);
  expect(pending(state)).toMatchObject([{ state: "failed", error: { code: "invalid_input", requestId: "req-1" } }]);
  thread.discard(pending(state)[0]?.clientId ?? "");
  expect(bodies(thread.get())).toEqual(["hello", "good"]);
  expect(kept()).not.toContain("bad");
});

test("a refused message is sent when its author says so", async () => {
  server.setMishap(({ body }) => (body.body === "again" ? { refuse: "forbidden" } : null));
  const deskbell = visit();
  const { conversation } = await deskbell.conversations.start({ message: { body: "hello" } });
  const thread = deskbell.thread(conversation.id);
  thread.send("again");
  const failed = await until(thread, (state) => pending(state)[0]?.state === "failed");
  server.setMishap(() => null);
  thread.retry(pending(failed)[0]?.clientId ?? "");
  await stored(thread, 2);
  expect(server.bodies(server.only())).toEqual(["hello", "again"]);
});

test("a server that asks for patience gets it", async () => {
  let refusals = 1;
  const mishap = { refuse: "rate_limited", retryAfter: 3600 } as const;
  server.setMishap(({ path }) => (path === "conversations" && refusals-- > 0 ? mishap : null));
  const deskbell = visit();
  const thread = deskbell.thread(null);
  thread.send("patience");
  const state = await until(thread, (each) => pending(each)[0]?.state === "waiting");
  expect(pending(state)[0]?.error).toMatchObject({ code: "rate_limited", retryAfter: 3_600_000 });
  deskbell.connect();
  await until(deskbell.connection, (connection) => connection === "online");
  await deskbell.conversations.list();
  expect(server.sent(/^conversations$/)).toHaveLength(1);
});

test("words that wait are sent at once when the connection is back", async () => {
  // The next attempt by itself would come in forty minutes.
  vi.spyOn(Math, "random").mockReturnValue(10_000);
  server.setMishap(({ path }) => (path === "conversations" ? { cut: "before" } : null));
  const deskbell = visit();
  const thread = deskbell.thread(null);
  thread.send("soon");
  await until(thread, (each) => pending(each)[0]?.state === "waiting");
  server.setMishap(() => null);
  deskbell.connect();
  await stored(thread, 1);
});

test("words to a conversation whose session has ended start a new one, in order, once", async () => {
  const deskbell = visit();
  const { conversation } = await deskbell.conversations.start({ message: { body: "before" } });
  const thread = deskbell.thread(conversation.id);
  await stored(thread, 1);
  server.sessions.clear();
  thread.send("one");
  thread.send("two");
  const state = await until(thread, (each) => isStored(2)(each) && each.conversationId !== conversation.id);
  expect(bodies(state)).toEqual(["one", "two"]);
  const fresh = [...server.kept.values()].at(-1);
  expect(fresh && server.bodies(fresh)).toEqual(["one", "two"]);
  expect(server.kept.size).toBe(2);
});

test("a message behind a discarded one, whose conversation exists after all, is still stored", async () => {
  server.setMishap(({ path }) => (path === "conversations" ? { cut: "after" } : null));
  const thread = visit().thread(null);
  thread.send("stored unheard");
  thread.send("second");
  const waiting = await until(thread, (state) => pending(state)[0]?.state === "waiting");
  server.setMishap(() => null);
  thread.discard(pending(waiting)[0]?.clientId ?? "");
  thread.retry(pending(waiting)[1]?.clientId ?? "");
  await stored(thread, 2);
  expect(server.bodies(server.only())).toEqual(["stored unheard", "second"]);
});

test("two pages of one site send each message once and both show it", async () => {
  const [left, right] = [visit(), visit()];
  await left.start();
  const { conversation } = await left.conversations.start({ message: { body: "hello" } });
  const threads = [left, right].map((deskbell) => deskbell.thread(conversation.id));
  for (const deskbell of [left, right]) deskbell.connect();
  for (let number = 0; number < 10; number++) threads[number % 2]?.send(`${number}`);
  const states = await Promise.all(threads.map((thread) => stored(thread, 11)));
  expect(states[0] && bodies(states[0])).toEqual(states[1] && bodies(states[1]));
  expect(server.bodies(server.only())).toHaveLength(11);
});

test("logging out forgets what was not sent, and nothing is sent in another's name", async () => {
  const deskbell = visit();
  await deskbell.start();
  server.setMishap(({ path }) => (path === "conversations" ? { cut: "before" } : null));
  const thread = deskbell.thread(null);
  thread.send("secret");
  await until(thread, (state) => pending(state)[0]?.state === "waiting");
  await deskbell.logout();
  expect(kept()).not.toContain("secret");
  expect(storage.get("deskbell:demo:session")).toBeNull();
  server.setMishap(() => null);
  await visit().start();
  expect(server.kept.size).toBe(0);
});

test("what is on the wire when its author logs out does not come back as somebody else's", async () => {
  const gate = Promise.withResolvers<void>();
  const deskbell = visit({
    fetch: async (url, init) => {
      if (String(url).endsWith("/conversations")) await gate.promise;
      return fetch(url, init);
    },
  });
  await deskbell.start();
  deskbell.thread(null).send("secret");
  await until(server.asked, (calls) => calls.length === 1);
  await deskbell.logout();
  gate.resolve();
  await visit().start();
  await visit().conversations.list();
  expect(server.kept.size).toBe(0);
  expect(server.sent(/^sessions$/)).toHaveLength(3);
});

test("an agent's unsent words wait for that agent", async () => {
  const { conversation } = server.make("contact-x", "conversation-client-id");
  const agent = createAgentClient({ host: server.host, apiKey: "dk_test", storage });
  server.setMishap(({ method }) => (method === "POST" ? { refuse: "unauthenticated" } : null));
  const thread = agent.thread(conversation.id);
  thread.addNote("internal");
  thread.send("outward");
  await until(
    thread,
    ({ items }) => items.length === 2 && items[0]?.kind === "pending" && items[0].state === "waiting",
  );
  thread.close();
  server.setMishap(() => null);
  const other = storage.get("deskbell:agent:outbox")?.replaceAll('"agent-1"', '"agent-2"') ?? "";
  storage.set("deskbell:agent:outbox", other);
  const next = createAgentClient({ host: server.host, apiKey: "dk_test", storage });
  next.connect();
  await until(next.connection, (state) => state === "online");
  const reopened = next.thread(conversation.id);
  await until(reopened, ({ status }) => status === "ready");
  expect(server.sent(/messages|notes/).length).toBe(1);
  storage.set("deskbell:agent:outbox", other.replaceAll('"agent-2"', '"agent-1"'));
  for (const item of reopened.get().items) if (item.kind === "pending") reopened.retry(item.clientId);
  await until(reopened, ({ items }) => items.length === 2 && items.every((item) => item.kind !== "pending"));
  expect(reopened.get().items.map((item) => item.kind)).toEqual(["note", "message"]);
  next.disconnect();
  agent.disconnect();
});

test("words kept before there was a client are what it sends first, in their order, once", async () => {
  const unsent = createUnsent(storage, "demo");
  unsent.add(null, "one");
  createUnsent(storage, "demo").add(null, "two");
  expect(unsent.of(null).map(({ body }) => body)).toEqual(["one", "two"]);
  expect(unsent.of("another")).toEqual([]);
  const thread = visit().thread(null);
  thread.send("three");
  expect(bodies(await stored(thread, 3))).toEqual(["one", "two", "three"]);
  expect(server.bodies(server.only())).toEqual(["one", "two", "three"]);
  unsent.add(thread.get().conversationId, "four");
  const later = visit().thread(thread.get().conversationId);
  expect(bodies(await stored(later, 4))).toEqual(["one", "two", "three", "four"]);
  expect(server.bodies(server.only())).toEqual(["one", "two", "three", "four"]);
});

test("a client that is closed sends nothing more, and the next one sends what it has left", async () => {
  server.setMishap(() => ({ refuse: "unavailable" }));
  const deskbell = visit();
  const thread = deskbell.thread(null);
  thread.send("hello");
  await until(thread, (state) => pending(state)[0]?.state === "waiting");
  deskbell.close();
  const asked = server.asked.get().length;
  server.setMishap(() => null);
  globalThis.dispatchEvent?.(new Event("online"));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(server.asked.get()).toHaveLength(asked);
  expect(kept()).toContain("hello");
  await stored(visit().thread(null), 1);
  expect(server.bodies(server.only())).toEqual(["hello"]);
});
