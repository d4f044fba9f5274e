import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import { type AgentClient, createAgentClient, type TeamChanges, type TeamConversation } from "@deskbell/sdk/agent";
import { eq, sql } from "drizzle-orm";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { conversations } from "../conversations/tables.ts";
import { messages } from "../messages/tables.ts";
import { connections } from "../presence/tables.ts";

let server: TestServer;
let workspace: TestWorkspace;
let agent: TestAgent;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const say = (body = "Hello") => ({ clientId: newId(), body });
const start = () => ({ clientId: newId(), message: say(), handoff: true });

/** Everything since `cursor`, by pages of `limit`. */
async function readAll(client: AgentClient, cursor: string, limit = 100): Promise<TeamChanges & { pages: number }> {
  const all = { conversations: [], tickets: [], pages: 0 } as Pick<TeamChanges, "conversations" | "tickets"> & {
    pages: number;
  };
  for (let from = cursor; ; ) {
    const page = await client.changes({ cursor: from, limit });
    all.conversations.push(...page.conversations);
    all.tickets.push(...page.tickets);
    all.pages++;
    from = page.cursor;
    if (!page.hasMore || page.resync) return { ...page, ...all };
  }
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe("what changes a conversation or ticket", () => {
  beforeAll(async () => {
    workspace = await createTestWorkspace(server);
    agent = await workspace.agent("admin");
  });

  it.each<[string, (scene: { id: string; ticketId: string; contactId: string }) => Promise<unknown>, string]>([
    ["a message", ({ id }) => agent.messages.send(id, say()), "conversation"],
    ["a note", ({ id }) => agent.notes.create(id, say()), "conversation"],
    ["having read", ({ id }) => agent.conversations.read(id, { seq: 2 }), "conversation"],
    ["being given to somebody", ({ id }) => agent.conversations.assign(id, { agentId: agent.id }), "conversation"],
    ["leaving the view", ({ id }) => agent.conversations.close(id), "conversation"],
    ["its ticket's subject", ({ ticketId }) => renameTicket(ticketId), "conversation"],
    ["its ticket's subject", ({ ticketId }) => renameTicket(ticketId), "ticket"],
    ["its contact's name", ({ contactId }) => agent.contacts.update(contactId, { name: newId() }), "conversation"],
    ["its contact's name", ({ contactId }) => agent.contacts.update(contactId, { name: newId() }), "ticket"],
    ["an edited message", ({ id }) => editMessages(id), "conversation"],
  ])("%s: the %s", async (_, act, kind) => {
    const contact = workspace.contact();
    const { conversation } = await contact.conversations.start(start());
    const ticket = await agent.conversations.escalate(conversation.id);
    const other = await workspace.contact().conversations.start(start());
    const { cursor } = await agent.changes();
    await act({ id: conversation.id, ticketId: ticket.id, contactId: ticket.contact.id });
    const changes = await readAll(agent, cursor);
    expect(changes.resync).toBe(false);
    if (kind === "ticket") expect(changes.tickets).toEqual([await agent.tickets.get(ticket.id)]);
    else expect(changes.conversations).toEqual([await agent.conversations.get(conversation.id)]);
    expect(JSON.stringify(changes)).not.toContain(other.conversation.id);
    const quiet = await agent.changes({ cursor: changes.cursor });
    expect(quiet).toMatchObject({ conversations: [], tickets: [], hasMore: false, resync: false });
  });

  async function renameTicket(id: string): Promise<void> {
    const { version } = await agent.tickets.get(id);
    await agent.tickets.update(id, { version, subject: newId() });
  }

  const editMessages = (id: string) =>
    server.deps.database.db.update(messages).set({ body: "edited" }).where(eq(messages.conversationId, id));
});

it("a page never holds more than was asked for, and all of them hold every change once", async () => {
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent();
  const { cursor } = await agent.changes();
  const ids: string[] = [];
  for (let n = 0; n < 7; n++) ids.push((await workspace.contact().conversations.start(start())).conversation.id);
  const filed = await workspace.contact().tickets.create({ clientId: newId(), subject: "Help", body: "Please" });
  const first = await agent.changes({ cursor, limit: 3 });
  expect([first.conversations.length, first.hasMore]).toEqual([3, true]);
  // While somebody reads, it goes on: what has changed comes in a later reading, and nothing is left out.
  await agent.messages.send(ids[0] ?? "", say());
  await agent.messages.send(ids[6] ?? "", say());
  const rest = await readAll(agent, first.cursor, 3);
  const seen = [...first.conversations, ...rest.conversations];
  expect(new Set(idsOf(seen)).size).toBe(seen.length);
  const later = await readAll(agent, rest.cursor, 3);
  expect(idsOf(later.conversations)).toEqual(expect.arrayContaining([ids[0], ids[6]]));
  const known = new Map([...seen, ...later.conversations].map((row) => [row.id, row]));
  for (const id of ids) expect(known.get(id)).toEqual(await agent.conversations.get(id));
  expect(rest.tickets.concat(first.tickets).map(({ number }) => number)).toContain(filed.number);
});

describe("a cursor that means nothing", () => {
  it("of another workspace, contact or database is answered with a new beginning", async () => {
    const [own, foreign] = [await createTestWorkspace(server), await createTestWorkspace(server)];
    const [mine, theirs] = [await own.agent(), await foreign.agent()];
    const { cursor } = await theirs.changes();
    const fromOtherDatabase = edit((await mine.changes()).cursor, 0, "1");
    const fromTheFuture = edit((await mine.changes()).cursor, 2, "9000000000000000000:9000000000000000000:");
    for (const each of [cursor, fromOtherDatabase, fromTheFuture]) {
      const answer = await mine.changes({ cursor: each });
      expect(answer).toMatchObject({ resync: true, conversations: [], tickets: [], hasMore: false });
      expect(await mine.changes({ cursor: answer.cursor })).toMatchObject({ resync: false });
    }
    const [one, other] = [own.contact(), own.contact()];
    expect(await one.changes({ cursor: (await other.changes()).cursor })).toMatchObject({ resync: true });
  });

  it("is refused when it is none", async () => {
    const contact = (await createTestWorkspace(server)).contact();
    const { cursor } = await contact.changes();
    const forged = ["garbage", "", edit(cursor, 2, "5:9:8,7"), edit(cursor, 3, ["x"])];
    forged.push(edit(cursor, 3, ["5:5:", "2", ["1", "x"], null]));
    for (const each of forged.filter(Boolean))
      await expect(contact.changes({ cursor: each })).rejects.toMatchObject({ code: "invalid_input" });
  });

  const edit = (cursor: string, place: number, value: unknown) =>
    Buffer.from(JSON.stringify(JSON.parse(Buffer.from(cursor, "base64url").toString()).with(place, value))).toString(
      "base64url",
    );
});

it("a contact never sees another's change", async () => {
  workspace = await createTestWorkspace(server);
  const [one, other] = [workspace.contact(), workspace.contact()];
  const { cursor } = await one.changes();
  const mine = await one.conversations.start(start());
  await other.conversations.start(start());
  expect(idsOf((await one.changes({ cursor })).conversations)).toEqual([mine.conversation.id]);
});

it.runIf(process.env.TEST_DATABASE_URL)("what begins early and commits late is not missed", async () => {
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent();
  const [slow, quick] = [
    await workspace.contact().conversations.start(start()),
    await workspace.contact().conversations.start(start()),
  ];
  let { cursor } = await agent.changes();
  const seen: string[] = [];
  await server.deps.database.db.transaction(async (db) => {
    await db.update(conversations).set({ lastSeq: 2 }).where(eq(conversations.id, slow.conversation.id));
    // Others begin later, commit earlier, and are read.
    await agent.messages.send(quick.conversation.id, say());
    for (let n = 0; n < 2; n++) {
      const page = await readAll(agent, cursor);
      cursor = page.cursor;
      seen.push(...idsOf(page.conversations));
    }
    expect(seen).not.toContain(slow.conversation.id);
  });
  expect(seen).toContain(quick.conversation.id);
  expect(idsOf((await readAll(agent, cursor)).conversations)).toContain(slow.conversation.id);
});

describe("after a week away", () => {
  // PGlite shares the one thread with everybody here.
  const [changed, words] = process.env.TEST_DATABASE_URL ? [3000, 20_000] : [1000, 6000];

  it("agent and contact converge in seconds, in bounded pages, to what a fresh fetch gives", async () => {
    workspace = await createTestWorkspace(server);
    const { cookie } = await workspace.agent();
    const [asked, sockets]: [string[], Socket[]] = [[], []];
    const counting: typeof fetch = (input, init) => {
      asked.push(String(input));
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return fetch(input, { ...init, headers });
    };
    const openSocket = cuttable(sockets, { cookie });
    const client = createAgentClient({ host: server.url, fetch: counting, storage: createMemoryStore(), openSocket });
    const storage = createMemoryStore();
    const contact = createDeskbell({
      host: server.url,
      channelKey: workspace.channelKey,
      storage,
      openSocket: cuttable([], {}),
      fetch: counting,
    });
    await populate(workspace.ctx.workspaceId, (await contact.start()).contact.id, changed);
    const known = new Map<string, TeamConversation>();
    client.on("conversation.updated", (row) => known.set(row.id, row));
    let begun = false;
    client.on("resync", () => {
      begun = true;
    });
    client.connect();
    contact.connect();
    await eventually(() => expect([client.connection.get(), contact.connection.get()]).toEqual(["online", "online"]));
    // Only now they know where the week begins.
    await eventually(() => expect(begun).toBe(true));
    await contact.conversationList.load();
    const { cursor: mark } = await contact.changes();

    client.disconnect();
    contact.disconnect();
    // That they left is written before the week begins.
    const { db } = server.deps.database;
    await eventually(async () => {
      await server.app.presence.settled();
      const mine = eq(connections.workspaceId, workspace.ctx.workspaceId);
      expect(await db.$count(connections, mine)).toBe(0);
    });
    await liveAWeek(workspace.ctx.workspaceId, words);
    asked.length = 0;
    const began = performance.now();
    client.connect();
    await eventually(() => expect(known.size).toBe(changed), 20_000);
    const tookMs = Math.round(performance.now() - began);
    const pages = asked.filter((url) => url.includes("/agent/changes"));
    process.stderr.write(
      `caught up on ${changed} conversations with ${words} messages in ${tookMs} ms, ${pages.length} pages\n`,
    );
    expect(pages.length).toBeLessThanOrEqual(changed / 100 + 1);
    expect(tookMs).toBeLessThan(10_000);
    for (const view of ["all", "closed"] as const) {
      let cursor: string | undefined;
      do {
        const page = await client.conversations.list({ view, limit: 100, ...(cursor && { cursor }) });
        for (const row of page.data) expect(known.get(row.id)).toEqual(row);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
    }

    contact.connect();
    await eventually(() => expect(contact.conversationList.get().items.length).toBe(changed), 20_000);
    const fresh = await contact.conversations.list({ limit: 100 });
    const mine = new Map(contact.conversationList.get().items.map((row) => [row.id, row]));
    for (const row of fresh.data) expect(mine.get(row.id)).toEqual(row);
    expect((await contact.changes({ cursor: mark, limit: 100 })).conversations).toHaveLength(100);

    // Missed nothing: one request, and little work for the database.
    for (let n = 0; n < 3; n++) {
      const [socket] = sockets;
      asked.length = 0;
      socket?.io.engine.close();
      await eventually(() => expect(client.connection.get()).toBe("connecting"));
      await eventually(() => expect(client.connection.get()).toBe("online"));
      await eventually(() => expect(asked).toHaveLength(1));
      await client.me();
      expect(asked.map((url) => new URL(url).pathname)).toEqual(["/v1/agent/changes", "/v1/agent/me"]);
    }
    const { cursor } = await client.changes();
    const times: number[] = [];
    for (let n = 0; n < 50; n++) {
      const asks = performance.now();
      await client.changes({ cursor });
      times.push(performance.now() - asks);
    }
    process.stderr.write(`missed nothing: ${times.sort((a, b) => a - b)[25]?.toFixed(1)} ms\n`);
    client.disconnect();
    contact.disconnect();
  }, 60_000);

  async function populate(workspaceId: string, contactId: string, count: number): Promise<void> {
    const now = new Date(Date.now() - 7 * 86_400_000).toISOString();
    await server.deps.database.db.execute(sql`
      insert into conversations (id, workspace_id, channel_id, contact_id, client_id, handling, last_seq, contact_read_seq, agent_read_seq, created_at, updated_at)
      select gen_random_uuid(), ${workspaceId}::uuid, (select id from channels where workspace_id = ${workspaceId}::uuid limit 1), ${contactId}::uuid, 'client-' || n, 'queue', 0, 0, 0, ${now}::timestamptz, ${now}::timestamptz
      from generate_series(1, ${count}::int) n`);
  }

  async function liveAWeek(workspaceId: string, count: number): Promise<void> {
    const now = new Date().toISOString();
    const { db } = server.deps.database;
    await db.execute(sql`
      with c as (select id, row_number() over (order by id) - 1 as place, count(*) over () as total from conversations where workspace_id = ${workspaceId}::uuid)
      insert into messages (id, workspace_id, conversation_id, seq, client_id, author_kind, body, created_at)
      select gen_random_uuid(), ${workspaceId}::uuid, c.id, n / c.total + 1, 'm-' || n, 'contact', 'Word ' || n, ${now}::timestamptz
      from generate_series(0, ${count - 1}::int) n join c on c.place = n % c.total`);
    // A transaction each fifty, as if there had been many; every third conversation is over.
    const rows = await db
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.workspaceId, workspaceId));
    for (let from = 0; from < rows.length; from += 50) {
      const ids = rows.slice(from, from + 50).map(({ id }) => id);
      await db.execute(sql`
        update conversations c set last_seq = (select max(seq) from messages m where m.conversation_id = c.id), updated_at = ${now}::timestamptz,
          handling = case when ${from}::int % 3 = 0 then 'closed' else handling end
        where id in (${sql.join(
          ids.map((id) => sql`${id}::uuid`),
          sql`, `,
        )})`);
    }
  }

  const cuttable =
    (sockets: Socket[], extraHeaders: Record<string, string>) =>
    async ({
      url,
      path,
      auth,
    }: {
      url: string;
      path: string;
      auth: (give: (auth: Record<string, string>) => void) => void;
    }) => {
      const socket = io(url, {
        path,
        auth,
        extraHeaders,
        autoConnect: false,
        multiplex: false,
        transports: ["websocket"],
      });
      sockets.push(socket);
      return socket;
    };
});
