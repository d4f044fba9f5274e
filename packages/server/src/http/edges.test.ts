import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { createTestWorkspace, type TestWorkspace } from "../test/actors.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
});
afterAll(() => server.close());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);
const page = { origin: "https://shop.example" };

describe("a page of any website", () => {
  it("may ask as a contact, with a token and never with cookies", async () => {
    const preflight = await get("/v1/conversations", {
      method: "OPTIONS",
      headers: {
        ...page,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/authorization/i);
    expect(preflight.headers.get("access-control-allow-methods")).toMatch(/PATCH/);
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    const answer = await get("/v1/conversations", { headers: page });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/x-request-id/i);
  });

  it.each(["/v1/agent/me", "/v1/agent/conversations", "/v1/auth/get-session", "/v1/auth/sign-in/email", "/v1/agent"])(
    "may not ask %s",
    async (path) => {
      for (const method of ["OPTIONS", "GET"]) {
        const response = await get(path, { method, headers: { ...page, "access-control-request-method": "POST" } });
        expect(response.headers.get("access-control-allow-origin"), method).toBeNull();
        expect(response.headers.get("access-control-allow-credentials"), method).toBeNull();
      }
    },
  );

  it("must stand on the channel's list, where there is one", async () => {
    const { db } = server.deps.database;
    await db.execute(
      `update channels set allowed_domains = '{shop.example,*.shop.example}' where key = '${workspace.channelKey}'`,
    );
    const start = async (headers: Record<string, string>) => {
      const response = await get("/v1/sessions", {
        method: "POST",
        headers,
        body: JSON.stringify({ channelKey: workspace.channelKey }),
      });
      return response.status;
    };
    expect(await start(page)).toBe(200);
    expect(await start({ origin: "https://www.shop.example" })).toBe(200);
    expect(await start({})).toBe(200);
    for (const origin of [
      "https://evil.example",
      "https://notshop.example",
      "https://shop.example.evil.example",
      "null",
    ])
      expect(await start({ origin }), origin).toBe(403);
    await db.execute(`update channels set allowed_domains = '{}' where key = '${workspace.channelKey}'`);
  });
});

describe("every answer", () => {
  it.each(["/v1/agent/me", "/nothing", "/healthz", "/openapi.json", "/docs"])(
    "of %s says what browsers must not do",
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  it("is logged in one line, without its query", async () => {
    server.logged.length = 0;
    const { headers } = await get("/v1/articles?q=private+words");
    const lines = server.logged.map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({
        requestId: headers.get("x-request-id"),
        method: "GET",
        path: "/v1/articles",
        status: 401,
        msg: "request",
      }),
    ]);
  });

  it("has an id that the client cannot choose", async () => {
    const { headers } = await get("/healthz", { headers: { "x-request-id": "mine" } });
    expect(headers.get("x-request-id")).not.toBe("mine");
  });
});

describe("health", () => {
  it("is alive and ready", async () => {
    expect(await (await get("/healthz")).text()).toBe("ok");
    expect(await (await get("/readyz")).text()).toBe("ready");
  });

  it("tells how long requests take by route, and names nobody", async () => {
    await get("/v1/conversations/01980000-0000-7000-8000-000000000000");
    const told = await (await get("/metrics")).text();
    expect(told).toContain(
      'deskbell_http_request_seconds_count{method="GET",route="/v1/conversations/:id",status="401"} 1',
    );
    expect(told).not.toContain("01980000");
  });

  it("is alive but not ready without its database", async () => {
    const { deps, url } = server;
    const gone = {
      ...deps.database,
      db: new Proxy(deps.database.db, { get: () => () => Promise.reject(new Error("gone")) }),
    };
    const app = createApp(
      { ...deps, database: gone },
      { publicUrl: url, secret: "a test's secret of at least 32 characters" },
    );
    expect((await app.fetch(new Request(`${url}/healthz`))).status).toBe(200);
    const response = await app.fetch(new Request(`${url}/readyz`));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({ error: { code: "unavailable" } });
  });
});
