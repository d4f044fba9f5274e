import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../app.ts";
import { newId } from "../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../test/actors.ts";
import { eventually } from "../test/eventually.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";
import { tenantRows } from "../test/tenant-rows.ts";
import { createMemoryRateLimiter, createRedisRateLimiter } from "./rate-limiter.ts";

let server: TestServer;
/** While set, no time passes: what is refused does not depend on how quick this machine is. */
let stopped: Date | null = null;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer({ limits: true, work: false, now: () => stopped ?? new Date() });
  workspace = await createTestWorkspace(server);
});
afterAll(() => server.close());
const close: (() => void)[] = [];
afterEach(() => {
  stopped = null;
  for (const end of close.splice(0)) end();
});

const publicAddress = () => `198.51.100.${1 + Math.floor(Math.random() * 250)}`;

/** Asks as somebody at `address`: the loopback is a proxy that is believed. */
const ask = (
  address: string,
  path: string,
  body: object,
  token?: string,
  to: App["fetch"] = (request) => fetch(request),
) =>
  to(
    new Request(server.url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": address,
        origin: "https://shop.example",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }),
    "127.0.0.1",
  );

describe("what is registered", () => {
  it("all that changes something has a limit, and so has the search", () => {
    const unlimited = server.app.endpoints.filter(({ limit }) => !limit);
    expect(unlimited.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(unlimited.filter(({ audience, path }) => audience === "contact" && path === "/v1/articles")).toEqual([]);
  });

  it("contacts are limited as such, not as a team", () => {
    const byContacts = server.app.endpoints.filter(({ audience, limit }) => audience !== "team" && limit);
    expect(byContacts.length).toBeGreaterThan(10);
    expect(byContacts.filter(({ limit }) => limit === "teamChanges")).toEqual([]);
  });

  it("the OpenAPI document says 429 there and nowhere else", () => {
    for (const { method, path, limit } of server.app.endpoints) {
      const operations = server.app.openApi.paths?.[path.replace(/:(\w+)/g, "{$1}")];
      const operation = operations?.[method.toLowerCase() as "get"];
      expect(operation?.responses?.["429"] !== undefined, `${method} ${path}`).toBe(limit !== undefined);
    }
  });
});

describe("who asks too often", () => {
  beforeEach(() => {
    stopped = new Date();
  });

  it("is refused with the seconds to wait, which a page can read, and nothing is stored", async () => {
    const contact = workspace.contact();
    const { token } = await contact.start();
    const send = () => ask(publicAddress(), "/v1/tickets", { clientId: newId(), subject: "Hi", body: "x" }, token);
    let refused = await send();
    while (refused.ok) refused = await send();
    const before = await tenantRows(server.deps.database.db);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ error: { code: "rate_limited" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(refused.headers.get("access-control-expose-headers")).toContain("retry-after");
    for (let n = 0; n < 5; n++) expect((await send()).status).toBe(429);
    expect(await tenantRows(server.deps.database.db)).toEqual(before);
  });

  it("does not cost others anything", async () => {
    const [busy, calm] = [workspace.contact(), workspace.contact()];
    await calm.start();
    await expect(
      Promise.all(Array.from({ length: 12 }, () => busy.conversations.start({ message: { body: "Flood" } }))),
    ).rejects.toMatchObject({ code: "rate_limited", status: 429, retryAfter: expect.any(Number) });
    await calm.conversations.start({ message: { body: "One question" } });
  });

  it("cannot go on from another network", async () => {
    const { token } = await workspace.contact().start();
    const create = (address: string) =>
      ask(address, "/v1/tickets", { clientId: newId(), subject: "Flood", body: "x" }, token);
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push((await create(`203.0.113.${n + 1}`)).status);
    expect(answers).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
  });

  it("new contacts are limited by network, and those who are known still come in", async () => {
    const address = "2001:db8:1:2::1";
    const start = (from: string, token?: string) =>
      ask(from, "/v1/sessions", { channelKey: workspace.channelKey, ...(token && { token }) });
    const first = (await (await start(address)).json()) as { token: string };
    const answers: number[] = [];
    for (let n = 0; n < 70; n++) answers.push((await start(`2001:db8:1:2::${n}:5`)).status);
    expect(answers.indexOf(429)).toBe(59);
    expect((await start(address, first.token)).status, "resumed").toBe(200);
    expect((await start(address, "ds_forged")).status, "forged").toBe(429);
    expect((await start("2001:db8:1:3::1")).status, "the neighbour").toBe(200);
  });

  it("reads in the help center that it was too often, and for how long to wait", async () => {
    const exhausted = { take: async () => 4_200, close: () => undefined };
    const app = createApp(server.deps, { publicUrl: server.url, secret: "x".repeat(32), rateLimiter: exhausted });
    const page = `${server.url}/help/${workspace.slug}`;
    const found = await app.fetch(new Request(`${page}?q=bicycle`));
    expect([found.status, found.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(await found.text()).toContain("Please wait a moment");
    const vote = new Request(`${page}/a/an-article/feedback`, {
      method: "POST",
      body: new URLSearchParams({ helpful: "yes" }),
    });
    expect((await app.fetch(vote)).status).toBe(429);
    expect((await app.fetch(new Request(page))).status, "reading").toBe(200);
  });

  it("a program of the team is refused for itself only", async () => {
    const [greedy, modest] = [await workspace.apiKey(), await workspace.apiKey()];
    const contact = workspace.contact();
    const { contact: self } = await contact.start();
    const patch = (key: string) =>
      fetch(`${server.url}/v1/agent/contacts/${self.id}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: "{}",
      });
    const statuses = (await Promise.all(Array.from({ length: 210 }, () => patch(greedy)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(200);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await patch(modest)).status).toBe(200);
  });
});

it("a burst of messages beyond the limit all arrive, once and in order, and wait as pending until then", async () => {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({ message: { body: "start" } });
  const thread = contact.thread(conversation.id);
  const words = Array.from({ length: 25 }, (_, n) => `message ${n}`);
  for (const word of words) thread.send(word);
  await eventually(() => {
    const waiting = thread.get().items.filter((item) => item.kind === "pending" && item.state === "waiting");
    expect(waiting.map((item) => item.kind === "pending" && item.error?.code)).toContain("rate_limited");
  });
  expect(thread.get().items.filter((item) => item.kind === "pending" && item.state === "failed")).toEqual([]);
  const stored = await eventually(async () => {
    const { data } = await contact.messages.list(conversation.id, { limit: 200 });
    const mine = data.filter(({ author }) => author.kind === "contact");
    expect(mine).toHaveLength(1 + words.length);
    return mine;
  }, 40_000);
  expect(stored.map(({ body }) => body)).toEqual(["start", ...words]);
  await eventually(() => expect(thread.get().items.filter(({ kind }) => kind === "pending")).toEqual([]));
  thread.close();
}, 60_000);

describe("two nodes", () => {
  const redisUrl = process.env.TEST_REDIS_URL ?? "";
  const node = (redis: string) => {
    const limiter = redis
      ? createRedisRateLimiter(redis, server.deps.log, createMemoryRateLimiter(server.deps.now))
      : createMemoryRateLimiter(server.deps.now);
    close.push(limiter.close);
    return createApp(server.deps, { publicUrl: server.url, secret: "x".repeat(32), rateLimiter: limiter }).fetch;
  };
  const allowed = async (nodes: App["fetch"][]) => {
    const { token } = await workspace.contact().start();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        ask("203.0.113.9", "/v1/tickets", { clientId: newId(), subject: "Hi", body: "x" }, token, nodes[n % 2]),
      ),
    );
    return answers.filter(({ status }) => status === 201).length;
  };

  it.skipIf(!redisUrl)("count together with Redis", async () => {
    expect(await allowed([node(redisUrl), node(redisUrl)])).toBe(5);
  });
  it("each for itself without", async () => {
    stopped = new Date();
    expect(await allowed([node(""), node("")])).toBe(10);
  });
});

it("limits that are off refuse nobody", async () => {
  const { deps, url } = server;
  const off = createApp(
    { ...deps, config: { ...deps.config, limits: false } },
    { publicUrl: url, secret: "x".repeat(32) },
  ).fetch;
  const { token } = await workspace.contact().start();
  for (let n = 0; n < 8; n++) {
    const body = { clientId: newId(), subject: "Hi", body: "x" };
    expect((await ask("203.0.113.9", "/v1/tickets", body, token, off)).status).toBe(201);
  }
});
