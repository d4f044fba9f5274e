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
  server.io.of("/contact").disconnectSockets(false);
  server.append(kept, "m4", null, "bot");
  await until(deskbell.connection, (state) => state === "online");
  server.append(kept, "m5", null, "bot");
  const state = await until(thread, ({ items }) => items.length === 5);
  expect(bodies(state)).toEqual(["m1", "m2", "m3", "m4", "m5"]);
  thread.close();
});

test("both sides end with the same ordered list when the socket is cut at random", async () => {
  const kept = await conversationOf(0);
  deskbell.connect();
  agent.connect();
  const mine = deskbell.thread(kept.conversation.id);
  const theirs = agent.thread(kept.conversation.id);
  await Promise.all(
    [mine, theirs].map((thread) => until<{ status: string }>(thread as never, (s) => s.status === "ready")),
  );
  for (let number = 0; number < 60; number++) {
    (number % 2 ? mine : theirs).send(`${number}`);
    if (number % 6 === 0) server.io.of(number % 12 ? "/contact" : "/agent").disconnectSockets(true);
    await new Promise(setImmediate);
  }
  const all = ({ items }: Pick<ThreadState, "items">) => items.filter((item) => item.kind === "message").length === 60;
  const [left, right] = await Promise.all([until(mine, all), until(theirs, all)]);
  expect(bodies(left)).toEqual(bodies(right));
  expect(bodies(left)).toEqual(server.bodies(kept));
  expect(new Set(bodies(left)).size).toBe(60);
  mine.close();
  theirs.close();
});
