import type { TeamPresence, Viewing } from "@deskbell/sdk/agent";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { newId } from "../../ids.ts";
import { agentClient, createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { keepPresence } from "./keep-presence.ts";
import { connections, nodes } from "./tables.ts";

const quick = { leaseMs: 900, leaveMs: 100 };
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ presence: quick });
});
afterAll(() => server.close());

interface Connectable {
  connect(): void;
  disconnect(): void;
  connection: { get(): string };
}
async function connect<C extends Connectable>(client: C): Promise<C> {
  client.connect();
  onTestFinished(() => client.disconnect());
  await eventually(() => expect(client.connection.get()).toBe("online"));
  return client;
}

/** The same agent, signed in at another node. */
const at = (node: TestServer, { cookie }: TestAgent) => agentClient(node.url, cookie);

/** What a client has been told of presence. */
function hear(agent: Pick<TestAgent, "on">) {
  const heard: TeamPresence[] = [];
  onTestFinished(agent.on("presence", (presence) => void heard.push(presence)));
  return {
    contacts: () => heard.flatMap(({ contacts }) => contacts),
    agents: () => heard.flatMap(({ agents }) => agents),
  };
}

const isOnline = async (asking: TestAgent, id: string) =>
  (await asking.agents.list()).data.find((agent) => agent.id === id)?.online;

async function openChat(workspace: TestWorkspace) {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({
    clientId: newId(),
    message: { clientId: newId(), body: "Hello?" },
    handoff: true,
  });
  return { contact, conversation, contactId: (await contact.start()).contact.id };
}

describe("an agent", () => {
  it("is online while connected, with however many tabs, and offline after the last has gone", async () => {
    const workspace = await createTestWorkspace(server);
    const [watching, coming] = [await workspace.agent(), await workspace.agent()];
    const heard = hear(await connect(watching));
    expect(await isOnline(watching, coming.id)).toBe(false);
    const tabs = [await connect(coming), await connect(at(server, coming))];
    await eventually(() => expect(heard.agents().findLast(({ id }) => id === coming.id)?.online).toBe(true));
    tabs[0]?.disconnect();
    await server.app.presence.settled();
    expect(await isOnline(watching, coming.id)).toBe(true);
    tabs[1]?.disconnect();
    await eventually(() => expect(heard.agents().findLast(({ id }) => id === coming.id)?.online).toBe(false));
    expect(await isOnline(watching, coming.id)).toBe(false);
  });

  it("who is back in a moment was never gone", async () => {
    const patient = await startTestServer({ presence: { leaveMs: 1500 }, beside: server });
    onTestFinished(() => patient.close());
    const workspace = await createTestWorkspace(server);
    const [watching, flapping] = [await workspace.agent(), await workspace.agent()];
    const heard = hear(await connect(at(patient, watching)));
    const client = await connect(at(patient, flapping));
    await eventually(() => expect(heard.agents().findLast(({ id }) => id === flapping.id)?.online).toBe(true));
    for (let n = 0; n < 3; n++) {
      client.disconnect();
      await eventually(() => expect(client.connection.get()).toBe("offline"));
      await connect(client);
    }
    await patient.app.presence.settled();
    const other = await connect(at(patient, await workspace.agent()));
    await eventually(() => expect(heard.agents().length).toBeGreaterThan(0));
    expect(other.connection.get()).toBe("online");
    expect(heard.agents().filter(({ id, online }) => id === flapping.id && !online)).toEqual([]);
  });

  it("changes their own status, a supervisor anybody's, an admin how many chats", async () => {
    const workspace = await createTestWorkspace(server);
    const [agent, colleague] = [await workspace.agent(), await workspace.agent()];
    const [supervisor, admin] = [await workspace.agent("supervisor"), await workspace.agent("admin")];
    expect(await agent.agents.update(agent.id, { status: "away" })).toMatchObject({ status: "away" });
    await expect(colleague.agents.update(agent.id, { status: "online" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await supervisor.agents.update(agent.id, { status: "offline" })).toMatchObject({ status: "offline" });
    const more = { maxConcurrentChats: 9 };
    for (const somebody of [agent, supervisor])
      await expect(somebody.agents.update(agent.id, more)).rejects.toMatchObject({ code: "forbidden" });
    expect(await admin.agents.update(agent.id, more)).toMatchObject({
      status: "offline",
      ...more,
      ownMaxConcurrentChats: 9,
    });
    await admin.workspace.update({ maxConcurrentChats: 7 });
    expect(await admin.agents.update(agent.id, { maxConcurrentChats: null })).toMatchObject({
      maxConcurrentChats: 7,
      ownMaxConcurrentChats: null,
    });
  });
});

describe("several nodes", () => {
  it("a node that dies takes its people with it, but nobody who is also elsewhere", async () => {
    const dying = await startTestServer({ presence: quick, beside: server, work: false });
    onTestFinished(() => dying.close());
    const workspace = await createTestWorkspace(server);
    const [watching, lost, both] = [await workspace.agent(), await workspace.agent(), await workspace.agent()];
    const heard = hear(await connect(watching));
    const views: Viewing[] = [];
    onTestFinished(watching.on("viewing", (viewing) => void views.push(viewing)));
    const [lostThere] = [await connect(at(dying, lost)), await connect(at(dying, both)), await connect(both)];
    await dying.app.presence.settled();
    await server.app.presence.settled();
    expect([await isOnline(watching, lost.id), await isOnline(watching, both.id)]).toEqual([true, true]);

    // A node that is gone cannot be reached again.
    await dying.die();
    lostThere?.disconnect();
    await eventually(async () => expect(await isOnline(watching, lost.id)).toBe(false));
    // The lease has ended; a survivor tells it when it next looks.
    await eventually(() => expect(heard.agents().findLast(({ id }) => id === lost.id)?.online).toBe(false));
    const noLonger = { agentId: lost.id, agentName: lost.name, conversationId: null, arrives: false };
    await eventually(() => expect(views).toContainEqual(noLonger));
    expect(await isOnline(watching, both.id)).toBe(true);
    expect(heard.agents().filter(({ id, online }) => id === both.id && !online)).toEqual([]);
    await eventually(async () => expect(await server.deps.database.db.select().from(nodes)).toHaveLength(1));
  });

  it("a node that was taken for dead is there again with all its people", async () => {
    const workspace = await createTestWorkspace(server);
    const { contact, contactId } = await openChat(workspace);
    const agent = await workspace.agent();
    await connect(agent);
    await connect(contact);
    await server.app.presence.settled();
    const { db } = server.deps.database;
    const [before] = await db.select().from(nodes);
    // As when the process slept, or the database was away.
    await db.update(nodes).set({ aliveUntil: sql`now() - interval '1 minute'` });
    await eventually(async () => {
      const mine = await db.select().from(connections).where(eq(connections.personId, contactId));
      expect(mine).toHaveLength(1);
      expect(mine[0]?.nodeId).not.toBe(before?.id);
    });
    expect(await isOnline(agent, agent.id)).toBe(true);
    expect((await agent.contacts.presence(contactId)).online).toBe(true);
  });
});

describe("a crowd", () => {
  it("of 5,000 who come at once, and leave at once, is written in one go each; who stays costs nothing", async () => {
    const workspace = await createTestWorkspace(server);
    const { workspaceId } = workspace.ctx;
    let transactions = 0;
    const { database } = server.deps;
    const counted: typeof database = {
      ...database,
      transaction: (id, work) => {
        transactions++;
        return database.transaction(id, work);
      },
    };
    const presence = keepPresence({ ...server.deps, database: counted }, { leaseMs: 60_000, leaveMs: 0 });
    onTestFinished(() => presence.stop());
    const crowd = Array.from({ length: 5000 }, () => ({ workspaceId, audience: "contact" as const, id: newId() }));
    await presence.start({ has: () => true, [Symbol.iterator]: () => crowd.values() });
    await presence.settled();
    const count = () => database.db.$count(connections, eq(connections.workspaceId, workspaceId));
    expect(await count()).toBe(5000);
    expect(transactions).toBe(1);
    for (const person of crowd) presence.left(person);
    await presence.settled();
    expect(await count()).toBe(0);
    expect(transactions).toBe(2);
    await presence.settled();
    expect(transactions).toBe(2);
  });
});

describe("a contact", () => {
  it("is shown to the team as online, on the page they look at, and then as last seen", async () => {
    const workspace = await createTestWorkspace(server);
    const { contact, contactId } = await openChat(workspace);
    const agent = await workspace.agent();
    const heard = hear(await connect(agent));
    const page = { url: "https://shop.example/cart?step=2#pay", title: "Cart" };
    contact.viewPage(page);
    await connect(contact);
    await eventually(() => expect(heard.contacts().at(-1)).toMatchObject({ contactId, online: true, page }));
    const next = { url: "https://shop.example/thanks", title: "Thank you" };
    contact.viewPage(next);
    await eventually(() => expect(heard.contacts().at(-1)).toMatchObject({ contactId, page: next }));
    expect(await agent.contacts.presence(contactId)).toMatchObject({ online: true, page: next });
    const before = Date.now();
    contact.disconnect();
    await eventually(() => expect(heard.contacts().at(-1)).toMatchObject({ contactId, online: false, page: null }));
    const { lastSeenAt } = await agent.contacts.presence(contactId);
    expect(Date.parse(lastSeenAt ?? "")).toBeGreaterThanOrEqual(before);
  });

  it.each([
    ["a script", { url: "javascript:alert(1)", title: "x" }],
    ["a file", { url: "file:///etc/passwd", title: "x" }],
    ["no address", { url: "nowhere", title: "x" }],
    ["NUL", { url: "https://a.example/", title: "\u0000" }],
  ])("has no page that is %s", async (_, page) => {
    const workspace = await createTestWorkspace(server);
    const { contact, contactId } = await openChat(workspace);
    const agent = await workspace.agent();
    await connect(contact);
    contact.viewPage(page);
    const good = { url: "https://a.example/good", title: "Good" };
    const heard = hear(await connect(agent));
    contact.viewPage(good);
    await eventually(() => expect(heard.contacts().at(-1)?.page).toEqual(good));
    expect(heard.contacts().map((each) => each.page?.url)).not.toContain(page.url);
    expect((await agent.contacts.presence(contactId)).page).toEqual(good);
  });

  it("hears whether anybody is there, and of agents only of their own", async () => {
    const workspace = await createTestWorkspace(server);
    const { contact, conversation } = await openChat(workspace);
    const [mine, other] = [await workspace.agent(), await workspace.agent()];
    await connect(contact);
    const heard: unknown[] = [];
    contact.on("presence", (presence) => void heard.push(presence));
    expect(await contact.presence.get()).toEqual({ available: false, agents: [], office: null });
    await connect(other);
    await eventually(() => expect(heard).toEqual([{ available: true, agents: [] }]));
    await connect(mine);
    await server.app.presence.settled();
    await mine.conversations.claim(conversation.id);
    await eventually(async () =>
      expect(await contact.presence.get()).toEqual({
        available: true,
        agents: [{ id: mine.id, available: true }],
        office: null,
      }),
    );
    await mine.agents.update(mine.id, { status: "away" });
    await other.agents.update(other.id, { status: "offline" });
    await eventually(() =>
      expect(heard.slice(1)).toEqual([
        { available: true, agents: [{ id: mine.id, available: false }] },
        { available: false, agents: [] },
      ]),
    );
    expect(JSON.stringify(heard)).not.toContain(other.id);
  });
});
