import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../app.ts";
import { hashToken, newId } from "../../ids.ts";
import { agentClient, createTestWorkspace, signIn, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";
import { createAgent } from "./create-agent.ts";
import { apiKeys, authAccounts, authUsers } from "./tables.ts";

let server: TestServer;
let workspace: TestWorkspace;
const password = "correct horse battery staple";
const email = `${newId()}@agents.test`;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  await createAgent(workspace.ctx, { name: "Ada", email, password, role: "agent" });
});
afterAll(() => server.close());

const secret = "a test's secret of at least 32 characters";
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const me = (headers: Record<string, string>) => fetch(`${server.url}/v1/agent/me`, { headers });

describe("e-mail and password", () => {
  it("the right ones sign in", async () => {
    const cookie = await signIn(server.url, email, password);
    expect(await agentClient(server.url, cookie).me()).toMatchObject({ agent: { name: "Ada", email }, role: "agent" });
  });

  it.each([
    ["a wrong password", email, "wrong"],
    ["a wrong password of the same beginning", email, password.slice(0, -1)],
    ["nobody's e-mail", "nobody@agents.test", password],
  ])("%s is refused in the same words, without a cookie", async (_, who, tried) => {
    const response = await post("/v1/auth/sign-in/email", { email: who, password: tried });
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({
      error: { code: "wrong_credentials", requestId: response.headers.get("x-request-id") },
    });
    expect(server.logged.join("")).not.toContain(tried);
  });

  it("a password is kept only as its scrypt hash", async () => {
    const { db } = server.deps.database;
    const [account] = await db
      .select({ password: authAccounts.password })
      .from(authAccounts)
      .innerJoin(authUsers, eq(authUsers.id, authAccounts.userId))
      .where(eq(authUsers.email, email));
    expect(account?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(account?.password).not.toContain(password);
  });

  it("nobody signs themselves up", async () => {
    const stranger = `${newId()}@agents.test`;
    const response = await post("/v1/auth/sign-up/email", { email: stranger, password, name: "Eve" });
    expect(response.status).toBeGreaterThanOrEqual(400);
    const users = await server.deps.database.db.select().from(authUsers).where(eq(authUsers.email, stranger));
    expect(users).toEqual([]);
  });
});

describe("the cookie", () => {
  it("is out of scripts' reach and stays home", async () => {
    const response = await post("/v1/auth/sign-in/email", { email, password });
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).not.toMatch(/; Secure/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    expect(response.headers.getSetCookie().length).toBeGreaterThan(0);
  });

  it("is Secure under https", async () => {
    const app = createApp(server.deps, { publicUrl: "https://help.example.com", secret });
    const response = await signInTo(app, "https://help.example.com", email, password);
    expect(response.status).toBe(200);
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Secure-deskbell\./);
      expect(cookie).toMatch(/; Secure/i);
    }
  });

  it("is void after signing out", async () => {
    const cookie = await signIn(server.url, email, password);
    expect((await me({ cookie })).status).toBe(200);
    expect((await post("/v1/auth/sign-out", {}, { cookie, origin: server.url })).status).toBe(200);
    const response = await me({ cookie });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
  });

  it("of one signing in does not end with another's signing out", async () => {
    const [first, second] = [await signIn(server.url, email, password), await signIn(server.url, email, password)];
    await post("/v1/auth/sign-out", {}, { cookie: first, origin: server.url });
    expect((await me({ cookie: second })).status).toBe(200);
  });
});

describe("a page of another origin", () => {
  it.each(["https://evil.example", "null", "http://localhost:1", "not an origin"])(
    "%s cannot make a signed-in browser change anything",
    async (origin) => {
      const contact = workspace.contact();
      const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
      const cookie = await signIn(server.url, email, password);
      const before = await tenantRows(server.deps.database.db);
      const claim = (headers: Record<string, string>) =>
        post(`/v1/agent/conversations/${conversation.id}/claim`, {}, { cookie, ...headers });
      const response = await claim({ origin });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: "forbidden" } });
      expect(await tenantRows(server.deps.database.db)).toEqual(before);
      expect((await claim({ origin: server.url })).status).toBe(200);
    },
  );

  it("may not sign a browser out", async () => {
    const cookie = await signIn(server.url, email, password);
    await post("/v1/auth/sign-out", {}, { cookie, origin: "https://evil.example" });
    expect((await me({ cookie })).status).toBe(200);
  });

  it("may not sign a browser in", async () => {
    const response = await post(
      "/v1/auth/sign-in/email",
      { email, password },
      { origin: "https://evil.example", cookie: "a=b" },
    );
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("gets no permission to read what a GET answers", async () => {
    const cookie = await signIn(server.url, email, password);
    const response = await me({ cookie, origin: "https://evil.example" });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("an API key", () => {
  it("speaks for the workspace, from any origin", async () => {
    const key = await workspace.apiKey("viewer");
    const response = await me({ authorization: `Bearer ${key}`, origin: "https://elsewhere.example" });
    expect(await response.json()).toMatchObject({
      agent: null,
      role: "viewer",
      workspace: { id: workspace.ctx.workspaceId },
    });
  });

  it("is kept only as its hash", async () => {
    const key = await workspace.apiKey();
    const rows = await server.deps.database.db
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.keyHash, hashToken(key)));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key);
  });
});

it("an agent sees the workspace they work in, and no other", async () => {
  const other = await createTestWorkspace(server);
  const stranger = await other.agent("owner", "Stranger");
  expect((await stranger.me()).workspace.id).toBe(other.ctx.workspaceId);
  expect((await stranger.agents.list()).data.map(({ name }) => name)).toEqual(["Stranger"]);
  expect((await stranger.channels.list()).data.map(({ key }) => key)).not.toContain(workspace.channelKey);
});

it("somebody who can sign in but works nowhere is forbidden", async () => {
  const lost = await createTestWorkspace(server);
  const agent = await lost.agent();
  await server.deps.database.db.execute(`delete from agents where id = '${agent.id}'`);
  const response = await me({ cookie: agent.cookie });
  expect(response.status).toBe(403);
});

describe("with limits on", () => {
  let app: App;
  beforeAll(() => {
    const deps = { ...server.deps, config: { ...server.deps.config, limits: true } };
    app = createApp(deps, { publicUrl: server.url, secret });
  });
  const attempt = async (peer: string, headers: Record<string, string> = {}) =>
    (await signInTo(app, server.url, email, "wrong", headers, peer)).status;

  it("guessing passwords ends after ten tries, for that address only, whatever it claims to be", async () => {
    const tries = [];
    for (let n = 0; n < 12; n++) tries.push(await attempt("203.0.113.7", { "x-forwarded-for": `198.51.100.${n}` }));
    expect(tries).toEqual([...Array(10).fill(401), 429, 429]);
    expect(await attempt("203.0.113.7", { "x-deskbell-client-address": "198.51.100.99" })).toBe(429);
    expect(await attempt("203.0.113.8")).toBe(401);
  });

  it("behind a proxy of our own, clients are told apart", async () => {
    const tries = [];
    for (let n = 0; n < 11; n++) tries.push(await attempt("10.0.0.1", { "x-forwarded-for": `${n}.1.1.1, 192.0.2.1` }));
    expect(tries.at(-1)).toBe(429);
    expect(await attempt("10.0.0.1", { "x-forwarded-for": "192.0.2.2" })).toBe(401);
  });
});

const signInTo = async (
  app: App,
  host: string,
  email: string,
  password: string,
  headers: Record<string, string> = {},
  peer = "127.0.0.1",
): Promise<Response> =>
  app.fetch(
    new Request(`${host}/v1/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ email, password }),
    }),
    peer,
  );
