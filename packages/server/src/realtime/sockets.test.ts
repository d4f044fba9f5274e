import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newId, newToken } from "../ids.ts";
import { eventually } from "../test/eventually.ts";
import { createSite, createThings, listen, type Site, type Things } from "../test/guard-site.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";

let server: TestServer;
let own: Site;
let foreign: Site;
let neighbour: Things;
beforeAll(async () => {
  server = await startTestServer();
  own = await createSite(server);
  foreign = await createSite(server);
  neighbour = await createThings(own.workspace, own.agent);
});
afterAll(() => server.close());

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

async function ear(...[namespace, credentials]: [Parameters<typeof listen>[1], Parameters<typeof listen>[2]]) {
  const listener = await listen(server, namespace, credentials);
  open.push(listener.socket);
  return listener;
}
const contactEar = ({ token }: Things) => ear("/contact", { auth: { token } });
const agentEar = ({ agent }: Site) => ear("/agent", { cookie: agent.cookie });

/** What a refused connection is told. */
function refusal(namespace: string, options: { auth?: object; headers?: Record<string, string> }): Promise<string> {
  const socket = io(server.url + namespace, {
    path: "/socket",
    auth: options.auth ?? {},
    extraHeaders: options.headers ?? {},
    multiplex: false,
    reconnection: false,
    transports: ["websocket"],
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("connect_error", (error) => resolve(error.message));
    socket.once("connect", () => reject(new Error("It was let in")));
  });
}

describe("who is let in", () => {
  it.each<[string, string, string, () => Parameters<typeof refusal>[1]]>([
    ["nobody", "/contact", "unauthenticated", () => ({})],
    ["an empty token", "/contact", "unauthenticated", () => ({ auth: { token: "" } })],
    ["a token that is no text", "/contact", "unauthenticated", () => ({ auth: { token: { $ne: null } } })],
    ["a forged token", "/contact", "session_expired", () => ({ auth: { token: newToken("ds_") } })],
    ["an API key as a contact", "/contact", "session_expired", () => ({ auth: { token: own.apiKey } })],
    [
      "an agent's cookie as a contact",
      "/contact",
      "unauthenticated",
      () => ({ headers: { cookie: own.agent.cookie } }),
    ],
    ["nobody at the team's", "/agent", "unauthenticated", () => ({})],
    ["a forged API key", "/agent", "unauthenticated", () => ({ auth: { apiKey: newToken("dk_") } })],
    ["a contact's token as an API key", "/agent", "unauthenticated", () => ({ auth: { apiKey: own.things.token } })],
    ["a contact's token at the team's", "/agent", "unauthenticated", () => ({ auth: { token: own.things.token } })],
    [
      "a cookie from another origin",
      "/agent",
      "unauthenticated",
      () => ({ headers: { cookie: own.agent.cookie, origin: "https://evil.example" } }),
    ],
    [
      "a cookie from a sandboxed page",
      "/agent",
      "unauthenticated",
      () => ({ headers: { cookie: own.agent.cookie, origin: "null" } }),
    ],
  ])("%s is not", async (_, namespace, code, options) => {
    expect(await refusal(namespace, options())).toBe(code);
  });

  it("nor anybody to a namespace that is not there", async () => {
    expect(await refusal("/", {})).toBe("unauthenticated");
    expect(await refusal("/admin", {})).toBe("Invalid namespace");
  });

  it("a cookie from our own page is, and an API key", async () => {
    const headers = { cookie: own.agent.cookie, origin: server.url };
    await expect(refusal("/agent", { headers })).rejects.toThrow("let in");
    await expect(refusal("/agent", { auth: { apiKey: own.apiKey } })).rejects.toThrow("let in");
  });

  it("no token stands in the log", () => {
    const log = server.logged.join("");
    for (const secret of [own.things.token, own.apiKey, own.agent.cookie]) expect(log).not.toContain(secret);
  });
});

it("ending a session cuts its sockets, and no other's", async () => {
  const contact = own.workspace.contact();
  const { token } = await contact.start();
  const [ending, staying] = [await ear("/contact", { auth: { token } }), await contactEar(own.things)];
  await contact.sessions.end();
  await eventually(() => expect(ending.socket.connected).toBe(false));
  expect(staying.socket.connected).toBe(true);
  expect(await refusal("/contact", { auth: { token } })).toBe("session_expired");
});

describe("typing", () => {
  it("of a contact reaches their team and nobody else", async () => {
    const [me, team] = [await contactEar(own.things), await agentEar(own)];
    const others = [await contactEar(neighbour), await contactEar(foreign.things), await agentEar(foreign)];
    me.socket.emit("typing", { conversationId: own.things.conversationId, typing: true });
    await eventually(() => expect(team.heard).toHaveLength(1));
    const author = { kind: "contact", id: own.things.contactId, name: null };
    expect(team.heard).toEqual([["typing", { conversationId: own.things.conversationId, author, typing: true }]]);
    await silent(...others);
  });

  it("of an agent reaches the contact and the team, and nobody else", async () => {
    const [me, contact, colleague] = [
      await agentEar(own),
      await contactEar(own.things),
      await ear("/agent", { auth: { apiKey: own.apiKey } }),
    ];
    const others = [await contactEar(neighbour), await contactEar(foreign.things), await agentEar(foreign)];
    me.socket.emit("typing", { conversationId: own.things.conversationId, typing: true });
    await eventually(() => expect([contact.heard.length, colleague.heard.length]).toEqual([1, 1]));
    expect(contact.heard[0]?.[1]).toMatchObject({ author: { kind: "agent", id: own.agent.id } });
    await silent(...others);
  });

  it("in somebody else's conversation reaches nobody", async () => {
    const [me, team, contact] = [await contactEar(neighbour), await agentEar(own), await contactEar(own.things)];
    me.socket.emit("typing", { conversationId: own.things.conversationId, typing: true });
    me.socket.emit("typing", { conversationId: neighbour.conversationId, typing: true });
    await eventually(() => expect(team.heard.length).toBeGreaterThan(0));
    expect(team.heard).toEqual([["typing", expect.objectContaining({ conversationId: neighbour.conversationId })]]);
    await silent(contact);
  });
});

it("an agent who leaves is no longer seen looking", async () => {
  const [leaving, team] = [await agentEar(own), await ear("/agent", { auth: { apiKey: own.apiKey } })];
  leaving.socket.emit("viewing", { conversationId: own.things.conversationId });
  await eventually(() => expect(team.heard).toHaveLength(1));
  leaving.socket.disconnect();
  await eventually(() =>
    expect(team.heard[1]).toEqual([
      "viewing",
      { agentId: own.agent.id, agentName: own.agent.name, conversationId: null, arrives: false },
    ]),
  );
});

it("malformed signals are dropped, and the next good one is heard", async () => {
  const [me, team] = [await contactEar(own.things), await agentEar(own)];
  const { conversationId } = own.things;
  server.logged.length = 0;
  const malformed: unknown[][] = [
    [],
    [null],
    ["typing"],
    [7],
    [[]],
    [{}],
    [{ conversationId }],
    [{ conversationId: "x", typing: true }],
    [{ conversationId: "\u0000", typing: true }],
    [{ conversationId, typing: "yes" }],
    [{ conversationId, typing: true, author: { kind: "agent" } }],
    [{ conversationId, typing: true, toString: 1 }, "more"],
    [{ conversationId: { $gt: "" }, typing: true }],
    [{ conversationId: newId(), typing: true }],
    [new Uint8Array(16)],
  ];
  for (const input of malformed) me.socket.emit("typing", ...input);
  for (const name of ["viewing", "message.created", "nothing"]) me.socket.emit(name, { conversationId });
  me.socket.emit("typing", { conversationId, typing: false });
  await eventually(() => expect(team.heard.length).toBeGreaterThan(0));
  expect(team.heard).toEqual([["typing", expect.objectContaining({ typing: false })]]);
  expect(me.socket.connected).toBe(true);
  expect(server.logged.join("")).toBe("");
});

it("a flood of signals is heard in part, and the socket stays", async () => {
  const [flooding, team] = [await contactEar(own.things), await agentEar(own)];
  const { conversationId } = own.things;
  for (let n = 0; n < 500; n++) flooding.socket.emit("typing", { conversationId, typing: n % 2 === 0 });
  await own.agent.messages.send(conversationId, { body: "After the flood" });
  await eventually(() => expect(team.heard.map(([event]) => event)).toContain("message.created"));
  await eventually(() => expect(team.heard.length).toBeGreaterThan(20));
  expect(team.heard.length).toBeLessThan(100);
  expect(flooding.socket.connected).toBe(true);
});

it("a flood of bytes costs the sender the socket, and nobody else", async () => {
  const [flooding, team] = [await contactEar(own.things), await agentEar(own)];
  flooding.socket.emit("typing", { conversationId: "x".repeat(100_000), typing: true });
  await eventually(() => expect(flooding.socket.connected).toBe(false));
  expect(team.socket.connected).toBe(true);
});

it("a note never reaches a contact's socket", async () => {
  const [contact, team] = [await contactEar(own.things), await agentEar(own)];
  const { conversationId } = own.things;
  await own.agent.notes.create(conversationId, { body: "SECRET between us" });
  await own.agent.messages.send(conversationId, { body: "For everybody" });
  await eventually(() => expect(JSON.stringify(contact.heard)).toContain("For everybody"));
  await eventually(() => expect(JSON.stringify(team.heard)).toContain("SECRET"));
  expect(JSON.stringify(contact.heard)).not.toContain("SECRET");
  expect(contact.heard.map(([event]) => event)).not.toContain("note.created");
});

it("what a contact hears tells nothing that is the team's", async () => {
  const things = await createThings(own.workspace, own.agent);
  const contact = await contactEar(things);
  const { version } = await own.agent.tickets.get(things.ticketId);
  await own.agent.tickets.update(things.ticketId, { version, priority: "urgent", tags: ["SECRET-tag"] });
  await own.agent.contacts.update(things.contactId, { attributes: { score: "SECRET-score" } });
  await own.agent.tickets.update(things.ticketId, { version: version + 1, subject: "Heard" });
  await eventually(() => expect(JSON.stringify(contact.heard)).toContain("Heard"));
  const heard = JSON.stringify(contact.heard);
  for (const secret of [
    "SECRET",
    "urgent",
    "attributes",
    "@agents.test",
    '"tags"',
    '"version"',
    '"priority"',
    '"queuedAt"',
  ])
    expect(heard).not.toContain(secret);
});

/** Tells each a last thing, waits until it was heard, and fails when something else was. */
async function silent(...ears: Awaited<ReturnType<typeof listen>>[]): Promise<void> {
  const fence = { conversationId: newId(), text: "fence" };
  for (const { things, workspace } of [own, foreign]) {
    server.deps.telling.contact(things.contactId, "bot.delta", fence);
    server.deps.telling.team(workspace.ctx.workspaceId, "bot.delta", fence);
  }
  server.deps.telling.contact(neighbour.contactId, "bot.delta", fence);
  for (const { heard } of ears) {
    await eventually(() => expect(heard).toContainEqual(["bot.delta", fence]));
    expect(heard).toEqual([["bot.delta", fence]]);
  }
}
