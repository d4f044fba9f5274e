import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeskbell, type Deskbell } from "./deskbell.ts";
import type { DeskbellError } from "./deskbell-error.ts";
import { createMemoryStore, type KeyValueStore } from "./storage.ts";
import { type DoubleServer, startDoubleServer } from "./test/double-server.ts";
import { until } from "./test/until.ts";

let server: DoubleServer;
let storage: KeyValueStore;
const open: Deskbell[] = [];

beforeEach(async () => {
  server = await startDoubleServer();
  storage = createMemoryStore();
});
afterEach(async () => {
  for (const deskbell of open.splice(0)) deskbell.disconnect();
  await server.close();
});

function visit(): Deskbell {
  const deskbell = createDeskbell({ host: server.host, channelKey: "demo", storage });
  open.push(deskbell);
  return deskbell;
}
const sessionStarts = () => server.sent(/^sessions$/).length;

test("creating a client asks the server nothing", () => {
  visit();
  expect(server.asked.get()).toEqual([]);
});

test("requests start the session by themselves, all of them the same one", async () => {
  const deskbell = visit();
  await Promise.all([deskbell.start(), deskbell.conversations.list(), deskbell.tickets.list()]);
  expect(sessionStarts()).toBe(1);
  expect(deskbell.session?.contact.id).toBe("contact-1");
});

test("the next page of the site resumes the session", async () => {
  await visit().start();
  const next = await visit().start();
  expect(next.contact.id).toBe("contact-1");
  expect(server.sent(/^sessions$/)[1]?.body).toEqual({ channelKey: "demo", token: next.token });
});

test("a session that has ended is replaced once, and the request repeated", async () => {
  const deskbell = visit();
  await deskbell.start();
  server.sessions.clear();
  const [list] = await Promise.all([deskbell.conversations.list(), deskbell.tickets.list()]);
  expect(list.data).toEqual([]);
  expect(sessionStarts()).toBe(2);
  expect(deskbell.session?.contact.id).toBe("contact-2");
});

test("a server that refuses every session is not asked for ever", async () => {
  server.setMishap(({ path }) => (path === "conversations" ? { refuse: "session_expired" } : null));
  const refused = await visit()
    .conversations.list()
    .catch((error: DeskbellError) => error);
  expect(refused).toMatchObject({ code: "session_expired", status: 401 });
  expect(sessionStarts()).toBe(2);
});

test("an unknown channel is told as such", async () => {
  server.setMishap(() => ({ refuse: "channel_not_found" }));
  await expect(visit().start()).rejects.toMatchObject({ code: "channel_not_found", status: 404 });
});

test("a socket whose session has ended connects again with a new one", async () => {
  const deskbell = visit();
  deskbell.connect();
  expect(deskbell.connection.get()).toBe("connecting");
  await until(deskbell.connection, (state) => state === "online");
  server.sessions.clear();
  server.io.of("/contact").disconnectSockets(true);
  await until(deskbell.connection, (state) => state === "connecting");
  await until(deskbell.connection, (state) => state === "online");
  expect(deskbell.session?.contact.id).toBe("contact-2");
});

test("a refusal for good is told, and the client rests", async () => {
  server.setMishap(() => ({ refuse: "domain_not_allowed" }));
  const deskbell = visit();
  const errors: string[] = [];
  deskbell.on("error", ({ code }) => errors.push(code));
  deskbell.connect();
  await until(deskbell.connection, (state) => state === "offline");
  expect(errors).toEqual(["domain_not_allowed"]);
});

test("lists hear what happens and fetch again after every reconnect", async () => {
  const deskbell = visit();
  deskbell.connect();
  await until(deskbell.connection, (state) => state === "online");
  await deskbell.conversationList.load();
  const { conversation } = await deskbell.conversations.start({ message: { body: "hello" } });
  const kept = server.only();
  await until(deskbell.conversationList, ({ items }) => items[0]?.id === conversation.id);
  server.append(kept, "answer", null, "bot");
  await until(deskbell.conversationList, ({ items }) => items[0]?.lastMessage?.body === "answer");
  server.io.of("/contact").disconnectSockets(true);
  server.append(kept, "unheard", null, "bot");
  await until(deskbell.conversationList, ({ items }) => items[0]?.lastMessage?.body === "unheard");
});

test("another contact after an ended session sees nothing of the one before", async () => {
  const deskbell = visit();
  const { conversation } = await deskbell.conversations.start({ message: { body: "private" } });
  const thread = deskbell.thread(conversation.id);
  await until(thread, ({ items }) => items.length === 1);
  await deskbell.conversationList.load();
  server.sessions.clear();
  await deskbell.tickets.list();
  const state = await until(thread, ({ status }) => status === "error");
  expect(state).toMatchObject({ items: [], conversation: null, error: { code: "not_found" } });
  await until(deskbell.conversationList, ({ status }) => status === "ready");
  expect(deskbell.conversationList.get().items).toEqual([]);
});

test("a listener that throws does not keep the others from hearing", async () => {
  const deskbell = visit();
  const uncaught = new Promise((resolve) => process.once("uncaughtException", resolve));
  const heard: unknown[] = [];
  deskbell.on("session", () => {
    throw new Error("page's own bug");
  });
  deskbell.on("session", (session) => heard.push(session));
  await deskbell.start();
  expect(heard).toHaveLength(1);
  expect(await uncaught).toMatchObject({ message: "page's own bug" });
});
