import type { OpenSocket } from "@deskbell/sdk/agent";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../ids.ts";
import { agentClient, createTestWorkspace } from "./actors.ts";
import { eventually } from "./eventually.ts";
import { startTestServer, type TestServer } from "./harness.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const perSide = 100;
const cuts = 50;

it("both sides end with the same ordered list, nothing twice, after 50 cuts during 200 messages", async () => {
  const workspace = await createTestWorkspace(server);
  const sockets: Socket[] = [];
  const contact = workspace.contact({ openSocket: cuttable(sockets, {}) });
  const { cookie } = await workspace.agent();
  const agent = agentClient(server.url, cookie, { openSocket: cuttable(sockets, { cookie }) });
  const start = { clientId: newId(), message: { clientId: newId(), body: "start" }, handoff: true };
  const { conversation } = await contact.conversations.start(start);
  contact.connect();
  agent.connect();
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
  const threads = { contact: contact.thread(conversation.id), agent: agent.thread(conversation.id) };

  let sent = 0;
  let cut = 0;
  const random = seeded(20261120);
  for (let n = 0; n < perSide; n++) {
    for (const [side, thread] of Object.entries(threads)) {
      thread.send(`${side} ${n}`);
      sent++;
    }
    if (cut < cuts && (random() < 0.6 || perSide - n <= cuts - cut)) {
      sockets[Math.floor(random() * sockets.length)]?.io.engine.close();
      cut++;
    }
    // Lets what was sent and heard so far go on its way, so that cuts fall everywhere in it.
    await new Promise(setImmediate);
    if (random() < 0.3) await contact.conversations.get(conversation.id);
  }
  expect({ sent, cut }).toEqual({ sent: 2 * perSide, cut: cuts });

  const stored = await eventually(async () => {
    const first = await agent.messages.list(conversation.id, { after: 0, limit: 200 });
    const second = await agent.messages.list(conversation.id, { after: 200, limit: 200 });
    const messages = [...first.data, ...second.data];
    expect(messages.filter(({ author }) => author.kind !== "system")).toHaveLength(2 * perSide + 1);
    return messages;
  }, 25_000);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
  for (const [side, thread] of Object.entries(threads)) {
    await eventually(() => {
      const items = thread.get().items;
      expect(
        items.filter(({ kind }) => kind === "pending"),
        side,
      ).toEqual([]);
      expect(
        items.flatMap((item) => (item.kind === "message" ? [item.message] : [])),
        side,
      ).toEqual(stored);
    });
    const bodies = stored
      .filter(({ author, body }) => author.kind === side && body !== "start")
      .map(({ body }) => body);
    expect(bodies, "in the order it was typed").toEqual(Array.from({ length: perSide }, (_, n) => `${side} ${n}`));
    thread.close();
  }
  contact.disconnect();
  agent.disconnect();
}, 60_000);

it("both sides end as the database, after edits and deletions of any message while sockets were cut", async () => {
  const workspace = await createTestWorkspace(server);
  const sockets: Socket[] = [];
  const contact = workspace.contact({ openSocket: cuttable(sockets, {}) });
  const { cookie } = await workspace.agent("supervisor");
  const agent = agentClient(server.url, cookie, { openSocket: cuttable(sockets, { cookie }) });
  const start = { clientId: newId(), message: { clientId: newId(), body: "start" }, handoff: true };
  const { conversation } = await contact.conversations.start(start);
  contact.connect();
  agent.connect();
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
  const threads = [contact.thread(conversation.id), agent.thread(conversation.id)];
  const resources = [contact.messages, agent.messages];

  const random = seeded(4711);
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const stored = async () => (await agent.messages.list(conversation.id, { after: 0, limit: 200 })).data;
  const done = { sent: 0, edited: 0, deleted: 0, cut: 0 };
  const attempts: Promise<unknown>[] = [];
  /** Somebody else may have deleted it by then. */
  const attempt = (made: Promise<unknown> | undefined) =>
    attempts.push(Promise.resolve(made).catch((error) => expect(error).toMatchObject({ code: "message_deleted" })));
  for (let n = 0; n < 150; n++) {
    const side = Math.floor(random() * 2);
    const kind = side === 0 ? "contact" : "agent";
    const own = () => pick((n % 3 ? known : []).filter(({ author }) => author.kind === kind));
    const known = threads[side]?.get().items.flatMap((item) => (item.kind === "message" ? [item.message] : [])) ?? [];
    const chance = random();
    const message = own();
    if (chance < 0.35 || !message) {
      threads[side]?.send(`${kind} ${n}`);
      done.sent++;
    } else if (chance < 0.75) {
      // Half of them with nobody's thread knowing: only the socket or the next look tells.
      const edit = { body: `${kind} ${n} edited` };
      const direct = () => resources[side]?.edit(conversation.id, message.id, edit);
      attempt(random() < 0.5 ? direct() : threads[side]?.edit(message.id, edit.body));
      done.edited++;
    } else if (chance < 0.9) {
      attempt(threads[side]?.delete(message.id));
      done.deleted++;
    } else {
      pick(sockets)?.io.engine.close();
      done.cut++;
    }
    if (random() < 0.4) await Promise.all(attempts);
    else await new Promise(setImmediate);
  }
  for (const [what, count] of Object.entries(done)) expect(count, what).toBeGreaterThan(5);
  await Promise.all(attempts);

  await eventually(async () => {
    const truth = await stored();
    expect(truth.filter(({ author }) => author.kind !== "system")).toHaveLength(done.sent + 1);
    for (const thread of threads) {
      const { items, conversation: shown } = thread.get();
      expect(items.map((item) => (item.kind === "message" ? item.message : item.kind))).toEqual(truth);
      expect(shown?.lastMessage).toEqual(truth.at(-1));
    }
    const changes = truth.map(({ changeSeq }) => changeSeq).filter((changeSeq) => changeSeq > 0);
    expect(new Set(changes).size).toBe(changes.length);
    const { lastChangeSeq } = await agent.messages.list(conversation.id);
    expect(Math.max(...changes)).toBe(lastChangeSeq);
  }, 25_000);
  for (const thread of threads) thread.close();
  contact.disconnect();
  agent.disconnect();
}, 60_000);

const cuttable =
  (sockets: Socket[], extraHeaders: Record<string, string>): OpenSocket =>
  async ({ url, path, auth }) => {
    const socket = io(url, {
      path,
      auth,
      extraHeaders,
      autoConnect: false,
      multiplex: false,
      transports: ["websocket"],
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
    });
    sockets.push(socket);
    return socket;
  };

/** Park–Miller: the same cuts in every run. */
function seeded(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
