import { createServer } from "node:http";
import { createMemoryStore } from "@deskbell/sdk/agent";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../app.ts";
import { newId } from "../../ids.ts";
import { createSockets } from "../../realtime/sockets.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { listen } from "../../test/guard-site.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";

let server: TestServer;
let workspace: TestWorkspace;
let admin: TestAgent;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  admin = await workspace.agent("admin");
});
afterAll(() => server.close());

/** Requests as somebody at `address`: the loopback is a proxy that is believed. */
const from =
  (address: string): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("x-forwarded-for", address);
    return fetch(input, { ...init, headers });
  };

const blocked = { code: "blocked", status: 403 };

async function writing(address = "203.0.113.1") {
  const storage = createMemoryStore();
  const contact = workspace.contact({ fetch: from(address), storage });
  const { contact: self, token } = await contact.start();
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  const again = () => workspace.contact({ fetch: from(address), storage }).start();
  return { contact, self, token, conversation, again };
}

/** A socket as somebody at `address`. */
async function ear(token: string, address: string) {
  const socket = io(`${server.url}/contact`, {
    path: "/socket",
    auth: { token },
    extraHeaders: { "x-forwarded-for": address },
    multiplex: false,
    reconnection: false,
    transports: ["websocket"],
  });
  const refusal = new Promise<string>((resolve) => socket.once("connect_error", ({ message }) => resolve(message)));
  return { socket, refusal };
}

describe("a blocked contact", () => {
  it("is refused everywhere, and nothing of it is stored", async () => {
    const { contact, self, conversation, again } = await writing();
    const block = await admin.blocks.create({ contactId: self.id, reason: "Threats" });
    expect(block).toMatchObject({ contactId: self.id, network: null, reason: "Threats" });
    const before = await tenantRows(server.deps.database.db);
    for (const attempt of [
      () => contact.messages.send(conversation.id, { body: "More" }),
      () => contact.conversations.start({ message: { body: "More" } }),
      () => contact.tickets.create({ subject: "More", body: "More" }),
      () => contact.conversations.list(),
      () => contact.articles.list({ q: "more" }),
      again,
    ])
      await expect(attempt()).rejects.toMatchObject(blocked);
    expect(await tenantRows(server.deps.database.db)).toEqual(before);
  });

  it("keeps what was typed, marked as failed, and can send it once the block is gone", async () => {
    const { contact, self, conversation } = await writing();
    const { id } = await admin.blocks.create({ contactId: self.id });
    const thread = contact.thread(conversation.id);
    thread.send("Please");
    const failed = await eventually(() => {
      const [item] = thread.get().items.filter((each) => each.kind === "pending");
      expect(item).toMatchObject({ state: "failed", error: { code: "blocked" } });
      return item;
    });
    await admin.blocks.delete(id);
    if (failed?.kind === "pending") thread.retry(failed.clientId);
    await eventually(async () => {
      const { data } = await admin.messages.list(conversation.id, {});
      expect(data.map(({ body }) => body)).toContain("Please");
    });
    thread.close();
  });

  it("loses every socket at once, cannot come back, and others keep theirs", async () => {
    const [one, other] = [await writing(), await writing()];
    const [first, second, kept] = await Promise.all([
      listen(server, "/contact", { auth: { token: one.token } }),
      listen(server, "/contact", { auth: { token: one.token } }),
      listen(server, "/contact", { auth: { token: other.token } }),
    ]);
    await admin.blocks.create({ contactId: one.self.id });
    await eventually(() => expect([first.socket.connected, second.socket.connected]).toEqual([false, false]), 1_000);
    expect(kept.socket.connected).toBe(true);
    expect(await (await ear(one.token, "203.0.113.1")).refusal).toBe("blocked");
    kept.socket.disconnect();
  });

  it("is still read and answered by the team", async () => {
    const { self, conversation } = await writing();
    await admin.blocks.create({ contactId: self.id });
    await admin.messages.send(conversation.id, { body: "We have blocked you." });
    expect((await admin.contacts.get(self.id)).id).toBe(self.id);
  });
});

describe("a blocked network", () => {
  it.each([
    ["198.51.100.0/24", "198.51.100.77", "198.51.101.1"],
    ["198.51.102.9", "198.51.102.9", "198.51.102.10"],
    ["198.51.103.77/25", "198.51.103.1", "198.51.103.200"],
    ["2001:db8:5::/48", "2001:db8:5:1::9", "2001:db8:6::1"],
  ])("%s keeps %s out and lets %s in", async (network, inside, outside) => {
    const [kept, free] = [await writing(inside), await writing(outside)];
    const [cut, staying] = [await ear(kept.token, inside), await ear(free.token, outside)];
    await eventually(() => expect([cut.socket.connected, staying.socket.connected]).toEqual([true, true]));
    const block = await admin.blocks.create({ network });
    await eventually(() => expect(cut.socket.connected).toBe(false), 1_000);
    await expect(kept.contact.conversations.list()).rejects.toMatchObject(blocked);
    await expect(kept.again()).rejects.toMatchObject(blocked);
    await expect(workspace.contact({ fetch: from(inside) }).start()).rejects.toMatchObject(blocked);
    expect(await (await ear(kept.token, inside)).refusal).toBe("blocked");
    expect(staying.socket.connected).toBe(true);
    await free.contact.conversations.list();
    await free.again();
    const elsewhere = await createTestWorkspace(server);
    await elsewhere.contact({ fetch: from(inside) }).start();
    await admin.blocks.delete(block.id);
    await kept.again();
    staying.socket.disconnect();
  });

  it("is masked, and the same again is the first one", async () => {
    const first = await admin.blocks.create({ network: "192.0.2.77/28" });
    expect(first.network).toBe("192.0.2.64/28");
    expect((await admin.blocks.create({ network: "192.0.2.65/28", reason: "Again" })).id).toBe(first.id);
    const { self } = await writing();
    const block = await admin.blocks.create({ contactId: self.id });
    expect((await admin.blocks.create({ contactId: self.id })).id).toBe(block.id);
    await admin.blocks.delete(block.id);
    await expect(admin.blocks.delete(block.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

it.each<[string, object]>([
  ["nobody", {}],
  ["both at once", { contactId: newId(), network: "192.0.2.1" }],
  ["half the internet", { network: "0.0.0.0/1" }],
  ["all of IPv6", { network: "::/0" }],
  ["no address", { network: "example.com" }],
  ["a name after an address", { network: "192.0.2.1; drop table blocks" }],
])("%s cannot be blocked", async (_, body) => {
  await expect(admin.blocks.create(body)).rejects.toMatchObject({ code: "invalid_input" });
});

it("the list has the latest first and pages to its end", async () => {
  const own = await createTestWorkspace(server);
  const owner = await own.agent("owner");
  for (let n = 1; n <= 5; n++) await owner.blocks.create({ network: `192.0.2.${n}` });
  const seen: (string | null)[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await owner.blocks.list({ limit: 2, ...(cursor && { cursor }) });
    seen.push(...page.data.map(({ network }) => network));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => `192.0.2.${n}/32`));
});

it.skipIf(!process.env.TEST_REDIS_URL)("sockets on another node are cut as well", async () => {
  const { token, self } = await writing();
  const other = await writing();
  const address = "198.51.100.200";
  const [byContact, byNetwork] = [await ear(token, "203.0.113.1"), await ear(other.token, address)];
  await eventually(() => expect([byContact.socket.connected, byNetwork.socket.connected]).toEqual([true, true]));
  const port = createServer();
  const node = createSockets({ redisUrl: process.env.TEST_REDIS_URL ?? "", log: server.deps.log });
  node.attach(port);
  const { fetch: ask } = createApp(
    { ...server.deps, telling: node.telling },
    { publicUrl: server.url, secret: "x".repeat(32) },
  );
  const apiKey = await workspace.apiKey("admin");
  for (const body of [{ contactId: self.id }, { network: `${address}/32` }]) {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const request = new Request(`${server.url}/v1/agent/blocks`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    expect((await ask(request)).status).toBe(201);
  }
  await eventually(() => expect([byContact.socket.connected, byNetwork.socket.connected]).toEqual([false, false]));
  await node.close();
});
