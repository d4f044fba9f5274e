import { afterEach, beforeEach, expect, test } from "vitest";
import { type AgentClient, createAgentClient } from "./agent-client.ts";
import { createDeskbell, type Deskbell } from "./deskbell.ts";
import { createMemoryStore } from "./storage.ts";
import { type DoubleServer, startDoubleServer } from "./test/double-server.ts";
import { until } from "./test/until.ts";
import type { ThreadState } from "./thread-state.ts";

let server: DoubleServer;
let deskbell: Deskbell;
let agent: AgentClient;

beforeEach(async () => {
  server = await startDoubleServer();
  deskbell = createDeskbell({ host: server.host, channelKey: "demo", storage: createMemoryStore() });
  agent = createAgentClient({ host: server.host, apiKey: "dk_test", storage: createMemoryStore() });
});
afterEach(async () => {
  deskbell.disconnect();
  agent.disconnect();
  await server.close();
});

const bodies = (state: Pick<ThreadState, "items">) =>
  state.items.map((item) =>
    item.kind === "message" ? item.message.body : item.kind === "note" ? item.note.body : "…",
  );
const online = () => until(deskbell.connection, (state) => state === "online");

async function conversationOf(count: number) {
  const { contact } = await deskbell.start();
  const kept = server.make(contact.id, "conversation-client-id");
  for (let number = 1; number <= count; number++) server.append(kept, `m${number}`, null, "bot");
  return kept;
}

test("a thread opens with the newest page and scrolls back to the first message", async () => {
  const kept = await conversationOf(120);
  const thread = deskbell.thread(kept.conversation.id);
  expect(thread.get().status).toBe("loading");
  const opened = await until(thread, (state) => state.status === "ready");
  expect(bodies(opened)).toHaveLength(50);
  expect(opened).toMatchObject({ hasOlder: true, conversation: { lastSeq: 120 } });
  await thread.loadOlder();
  await thread.loadOlder();
  expect(bodies(thread.get())).toEqual(Array.from({ length: 120 }, (_, index) => `m${index + 1}`));
  expect(thread.get().hasOlder).toBe(false);
  thread.close();
});

test("a message heard ahead of others fetches what is missing between", async () => {
  const kept = await conversationOf(3);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, (state) => state.items.length === 3);
  const last = server.silently(() => ["m4", "m5"].map((body) => server.append(kept, body, null, "bot")).at(-1));
  server.tell(kept, "message.created", last);
  const state = await until(thread, ({ items }) => items.length === 5);
  expect(bodies(state)).toEqual(["m1", "m2", "m3", "m4", "m5"]);
  thread.close();
});

test("what was missed while the socket was cut is there after it is back", async () => {
  const kept = await conversationOf(3);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, (state) => state.items.length === 3);
  server.io.of("/contact").disconnectSockets(true);
  for (let number = 4; number <= 230; number++) server.append(kept, `m${number}`, null, "bot");
  const state = await until(thread, ({ items }) => items.length === 230);
  expect(bodies(state)).toEqual(server.bodies(kept));
  thread.close();
});

test("an edit and a deletion show, in the thread and in the list", async () => {
  const kept = await conversationOf(3);
  deskbell.connect();
  await online();
  await deskbell.conversationList.load();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, (state) => state.items.length === 3);
  server.change(kept, 1, "first");
  server.change(kept, 3);
  const state = await until(thread, ({ conversation }) => conversation?.lastChangeSeq === 2);
  expect(bodies(state)).toEqual(["first", "m2", ""]);
  const [listed] = deskbell.conversationList.get().items;
  expect(listed?.lastMessage).toMatchObject({ body: "", deletedAt: expect.any(String) });
  thread.close();
});

test("edits and deletions that were missed are caught up with, page by page, and cost nothing where there are none", async () => {
  const kept = await conversationOf(240);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, ({ status }) => status === "ready");
  while (thread.get().hasOlder) await thread.loadOlder();
  const lists = () => server.asked.get().filter(({ path }) => path.endsWith("/messages")).length;
  const before = lists();
  server.io.of("/contact").disconnectSockets(true);
  await until(deskbell.connection, (state) => state !== "online");
  await online();
  await until(server.asked, () => lists() > before);
  expect(lists() - before).toBe(1);
  server.silently(() => {
    for (let seq = 1; seq <= 230; seq++) server.change(kept, seq, `e${seq}`);
    for (let seq = 1; seq <= 10; seq++) server.change(kept, seq);
  });
  server.io.of("/contact").disconnectSockets(true);
  const state = await until(thread, ({ items }) => bodies({ items }).join() === server.bodies(kept).join());
  expect(bodies(state)[229]).toBe("e230");
  expect(state.conversation?.lastChangeSeq).toBe(240);
  thread.close();
});

test("a change heard ahead of another fetches the one between; an old state never takes the place of a newer", async () => {
  const kept = await conversationOf(3);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, (state) => state.items.length === 3);
  const first = server.silently(() => [server.change(kept, 1, "e1"), server.change(kept, 2, "e2")]);
  const last = server.silently(() => server.change(kept, 1, "e1 again"));
  server.tell(kept, "message.updated", last);
  await until(thread, (state) => bodies(state).join() === "e1 again,e2,m3");
  for (const message of first) server.tell(kept, "message.updated", message);
  server.tell(kept, "message.created", { ...first[0], changeSeq: 0, body: "m1" });
  server.append(kept, "m4", null, "bot");
  const state = await until(thread, (state) => state.items.length === 4);
  expect(bodies(state)).toEqual(["e1 again", "e2", "m3", "m4"]);
  thread.close();
});

test("a change further back than what is loaded makes no hole", async () => {
  const kept = await conversationOf(120);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, ({ status }) => status === "ready");
  server.change(kept, 5, "e5");
  await until(thread, ({ conversation }) => conversation?.lastChangeSeq === 1);
  expect(bodies(thread.get())).toHaveLength(50);
  while (thread.get().hasOlder) await thread.loadOlder();
  expect(bodies(thread.get())).toEqual(server.bodies(kept));
  thread.close();
});

test("the bot's answer grows as a draft until its message comes", async () => {
  const kept = await conversationOf(1);
  deskbell.connect();
  await online();
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, ({ status }) => status === "ready");
  const { id: conversationId } = kept.conversation;
  server.tell(kept, "bot.delta", { conversationId, text: "It is" });
  await until(thread, ({ draft }) => draft === "It is");
  server.append(kept, "It is so.", null, "bot");
  const state = await until(thread, ({ draft }) => draft === null);
  expect(bodies(state)).toEqual(["m1", "It is so."]);
  thread.close();
});

test("what was read is told once, and shown on both sides", async () => {
  const kept = await conversationOf(3);
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, ({ status }) => status === "ready");
  thread.read();
  thread.read();
  expect(thread.get().conversation?.contactReadSeq).toBe(3);
  server.tell(kept, "read", { conversationId: kept.conversation.id, reader: "team", seq: 2 });
  deskbell.connect();
  await online();
  server.tell(kept, "read", { conversationId: kept.conversation.id, reader: "team", seq: 3 });
  await until(thread, ({ conversation }) => conversation?.agentReadSeq === 3);
  expect(server.sent(/read$/).map(({ body }) => body)).toEqual([{ seq: 3 }]);
  thread.close();
});

test("what was read and could not be told is told again by itself", async () => {
  const kept = await conversationOf(3);
  const thread = deskbell.thread(kept.conversation.id);
  await until(thread, ({ status }) => status === "ready");
  const told = () => server.sent(/read$/).length;
  server.setMishap(({ path }) => (path.endsWith("/read") && told() < 2 ? { refuse: "unavailable" } : null));
  thread.read();
  await expect.poll(told, { timeout: 10_000 }).toBe(2);
  expect(server.sent(/read$/).map(({ body }) => body)).toEqual([{ seq: 3 }, { seq: 3 }]);
  thread.close();
});

test("a thread that could not load says why, tries again by itself and on demand", async () => {
  const kept = await conversationOf(2);
  server.setMishap(({ method }) => (method === "GET" ? { refuse: "unavailable" } : null));
  const thread = deskbell.thread(kept.conversation.id);
  const failed = await until(thread, ({ status }) => status === "error");
  expect(failed.error).toMatchObject({ code: "unavailable", requestId: "req-1" });
  server.setMishap(() => null);
  await thread.reload();
  expect(thread.get()).toMatchObject({ status: "ready", error: null });
  expect(bodies(thread.get())).toEqual(["m1", "m2"]);
  thread.close();
});

test("asking for a person before the first message starts the conversation with that wish", async () => {
  const thread = deskbell.thread(null);
  await thread.handoff();
  thread.send("a person, please");
  await until(thread, ({ conversation }) => conversation !== null);
  expect(server.sent(/^conversations$/)[0]?.body).toMatchObject({ handoff: true });
  thread.close();
});

test("asking for a person while the first message is on its way asks once it has arrived", async () => {
  const thread = deskbell.thread(null);
  thread.send("hello");
  await thread.handoff();
  await until(thread, ({ conversation }) => conversation !== null);
  await until(server.asked, (calls) => calls.some(({ path }) => path.endsWith("/handoff")));
  thread.close();
});

test("both sides end with the same ordered list when the sockets are cut fifty times", async () => {
  const kept = await conversationOf(0);
  deskbell.connect();
  agent.connect();
  const mine = deskbell.thread(kept.conversation.id);
  const theirs = agent.thread(kept.conversation.id);
  await Promise.all(
    [mine, theirs].map((thread) => until<{ status: string }>(thread as never, (s) => s.status === "ready")),
  );
  for (let number = 0; number < 200; number++) {
    (number % 2 ? mine : theirs).send(`${number}`);
    if (number % 4 === 0) server.io.of(number % 8 ? "/contact" : "/agent").disconnectSockets(true);
    await new Promise(setImmediate);
  }
  const all = ({ items }: Pick<ThreadState, "items">) => items.filter((item) => item.kind === "message").length === 200;
  const [left, right] = await Promise.all([until(mine, all), until(theirs, all)]);
  expect(bodies(left)).toEqual(bodies(right));
  expect(bodies(left)).toEqual(server.bodies(kept));
  expect(new Set(bodies(left)).size).toBe(200);
  mine.close();
  theirs.close();
});

test("a message heard while its conversation is being fetched stays part of it", async () => {
  const kept = await conversationOf(3);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const slow = createAgentClient({
    host: server.host,
    apiKey: "dk_test",
    storage: createMemoryStore(),
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (String(input).endsWith(kept.conversation.id)) {
        asked.resolve();
        await answer.promise;
      }
      return response;
    },
  });
  slow.connect();
  await until(slow.connection, (state) => state === "online");
  const thread = slow.thread(kept.conversation.id);
  await asked.promise;
  const heard = new Promise((resolve) => slow.on("message.created", resolve));
  const last = server.append(kept, "m4", null, "contact");
  await heard;
  answer.resolve();
  const { conversation } = await until(thread, ({ status }) => status === "ready");
  expect(conversation).toMatchObject({ lastSeq: 4, lastMessage: { id: last.id }, contactReadSeq: 4 });
  thread.close();
  slow.disconnect();
});
