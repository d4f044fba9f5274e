import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeskbell, type Deskbell } from "./deskbell.ts";
import { createMemoryStore, type KeyValueStore } from "./storage.ts";
import { type DoubleServer, startDoubleServer } from "./test/double-server.ts";
import { until } from "./test/until.ts";
import type { Thread, ThreadState } from "./thread-state.ts";

let server: DoubleServer;
let storage: KeyValueStore;
const open: Deskbell[] = [];

beforeEach(async () => {
  server = await startDoubleServer();
  storage = createMemoryStore();
});
afterEach(async () => {
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
  let cuts = 2;
  server.setMishap((call) => (call.path === "conversations" && cuts-- > 0 ? { cut: "after" } : null));
  const thread = visit().thread(null);
  thread.send("once");
  const waiting = await until(thread, (state) => pending(state)[0]?.state === "waiting");
  expect(pending(waiting)[0]?.error?.code).toBe("network");
  await stored(thread, 1);
  expect(server.bodies(server.only())).toEqual(["once"]);
});
