import { type ErrorBody, type ErrorCode, errorTable } from "@deskbell/contract";
import { errorBodySchema } from "@deskbell/contract/schema";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import type { Deps } from "../context.ts";
import { encodeCursor } from "../http/cursor.ts";
import { newId, newToken } from "../ids.ts";
import { createSite, type Site } from "./guard-site.ts";
import { startTestServer, type TestServer } from "./harness.ts";
import { tenantRows } from "./tenant-rows.ts";

let server: TestServer;
let site: Site;
let foreign: Site;
let clock = () => new Date();
beforeAll(async () => {
  server = await startTestServer({ now: () => clock(), work: false });
  site = await createSite(server);
  foreign = await createSite(server);
});
afterAll(() => server.close());

const marker = "Wortlaut-4711";
const mine = () => ({ authorization: `Bearer ${site.things.token}` });
const key = () => ({ authorization: `Bearer ${site.apiKey}` });
const send = (path: string, init: RequestInit & { duplex?: "half" } = {}) =>
  fetch(server.url + path, { method: "POST", headers: mine(), ...init });

async function refused(code: ErrorCode, request: () => Promise<Response>): Promise<void> {
  await refusal(code, request);
}

/** Refused with this code in the one shape, nothing stored, and neither secrets nor words nor stacks in the log. */
async function refusal(code: ErrorCode, request: () => Promise<Response>): Promise<ErrorBody["error"]> {
  const before = await tenantRows(server.deps.database.db);
  server.logged.length = 0;
  const response = await request();
  const body: unknown = await response.json();
  expect(errorBodySchema.safeParse(body), "the one shape").toMatchObject({ success: true });
  const { error } = body as ErrorBody;
  expect(["code,message,requestId", "code,message,requestId,fields"]).toContain(Object.keys(error).join());
  expect({ code: error.code, status: response.status }).toEqual({ code, status: errorTable[code].status });
  expect(error.requestId).toBe(response.headers.get("x-request-id"));
  expect(await tenantRows(server.deps.database.db)).toEqual(before);
  const log = server.logged.join("");
  expect(log).toContain(error.requestId);
  for (const secret of [marker, site.things.token, site.apiKey, site.agent.cookie, "    at "]) {
    expect(log).not.toContain(secret);
  }
  return error;
}

const message = (body: unknown, extra = {}) => JSON.stringify({ clientId: newId(), body, ...extra });
const thread = () => `/v1/conversations/${site.things.conversationId}/messages`;

describe("who asks", () => {
  it("an unknown channel key", () =>
    refused("channel_not_found", () => send("/v1/sessions", { body: JSON.stringify({ channelKey: marker }) })));
  it("a forged token", () =>
    refused("session_expired", () =>
      send(thread(), { headers: { authorization: `Bearer ${newToken("ds_")}` }, body: message(marker) }),
    ));
  it("a token of 91 days ago", async () => {
    clock = () => new Date(Date.now() + 91 * 86_400_000);
    try {
      await refused("session_expired", () => send(thread(), { body: message(marker) }));
    } finally {
      clock = () => new Date();
    }
  });
  it("an expired token starts anew as somebody else", async () => {
    clock = () => new Date(Date.now() + 91 * 86_400_000);
    try {
      const response = await send("/v1/sessions", {
        body: JSON.stringify({ channelKey: site.workspace.channelKey, token: site.things.token }),
      });
      const session = (await response.json()) as { token: string; contact: { id: string } };
      expect(session.contact.id).not.toBe(site.things.contactId);
      expect(session.token).not.toBe(site.things.token);
    } finally {
      clock = () => new Date();
    }
  });
  it("somebody else's conversation", () =>
    refused("not_found", () =>
      send(`/v1/conversations/${foreign.things.conversationId}/messages`, { body: message(marker) }),
    ));
});

describe("bodies", () => {
  const megabyte = JSON.stringify({ clientId: newId(), body: marker.repeat(80_000) });
  it("a megabyte", () => refused("body_too_large", () => send(thread(), { body: megabyte })));
  it("a megabyte without a length", () =>
    refused("body_too_large", () => send(thread(), { body: new Blob([megabyte]).stream(), duplex: "half" })));
  it("a megabyte to sign in with", () =>
    refused("body_too_large", () => send("/v1/auth/sign-in/email", { body: megabyte })));

  it.each(["{", '{"clientId":', `{"body":"${marker}`, "null garbage", "\u0000"])("broken JSON: %j", async (body) => {
    await refused("invalid_json", () => send(thread(), { body }));
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "clientId"],
    ["null", null, "body"],
    ["a list", [marker], "body"],
    ["a number", 7, "body"],
    ["a body that is a number", { clientId: "c-12345678", body: 7 }, "body"],
    ["a body that is an object", { clientId: "c-12345678", body: { $ne: marker } }, "body"],
    ["a blank body", { clientId: "c-12345678", body: " \n" }, "body"],
    ["a body of 8,001 characters", { clientId: "c-12345678", body: "x".repeat(8001) }, "body"],
    ["a body with NUL", { clientId: "c-12345678", body: `${marker}\u0000` }, "body"],
    ["a body with half a surrogate pair", { clientId: "c-12345678", body: `${marker}\ud83d` }, "body"],
    ["a short clientId", { clientId: "c", body: marker }, "clientId"],
    ["a clientId with a slash", { clientId: "../../../etc", body: marker }, "clientId"],
    ["an unknown key", { clientId: "c-12345678", body: marker, authorKind: "agent" }, "authorKind"],
    ["a prototype", JSON.parse(`{"clientId":"c-12345678","body":"${marker}","__proto__":{"x":1}}`), "__proto__"],
  ])("%s", async (_, body, field) => {
    const { fields } = await refusal("invalid_input", () => send(thread(), { body: JSON.stringify(body) ?? null }));
    expect(Object.keys(fields ?? {})).toContain(field);
    expect(JSON.stringify(fields)).not.toContain(marker);
  });

  it.each([
    ["in a name", { name: "a\u0000b" }],
    ["in an attribute", { attributes: { plan: "a\u0000b" } }],
    ["in an attribute's key", { attributes: { "a\u0000b": 1 } }],
    ["as half a surrogate pair in an attribute", { attributes: { plan: "\udc00" } }],
  ])("NUL %s", (_, body) =>
    refused("invalid_input", () => send("/v1/contact", { method: "PATCH", body: JSON.stringify(body) })),
  );

  it("a number that no column holds", () =>
    refused("version_conflict", () =>
      send(`/v1/agent/tickets/${site.things.ticketId}`, {
        method: "PATCH",
        headers: key(),
        body: JSON.stringify({ version: 9_007_199_254_740_991 }),
      }),
    ));

  it("a script stays the text that it is", async () => {
    const body = `<script>alert("x")</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) ' or 1=1; --`;
    const response = await send(thread(), { body: message(body) });
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toMatchObject({ body });
    const list = await send(thread(), { method: "GET" });
    expect(((await list.json()) as { data: { body: string }[] }).data.at(-1)?.body).toBe(body);
  });

  it("what was typed is what is stored, to the last sign", async () => {
    const body = "  Ünïcödé 👩🏽‍🚒 \u202eright to left\u202c \ufeff\u200b\r\n\ttabs and \\u0000 as words  ";
    const response = await send(thread(), { body: message(body) });
    expect(await response.json()).toMatchObject({ body });
  });
});

describe("paths and queries", () => {
  it.each([
    "/v1/articles/..%2F..%2Fetc%2Fpasswd",
    "/v1/articles/%2e%2e%2fsecret",
    "/v1/articles/a%00b",
    "/v1/articles/%E0%A4%A",
    "/v1/articles/UPPER",
    `/v1/articles/${"a".repeat(500)}`,
    "/v1/conversations/1",
    "/v1/conversations/1' or '1'='1",
    `/v1/conversations/${"0".repeat(36)}`,
    "/v1/conversations/%00",
    "/v1/tickets/1",
    "/v1/tickets/t_short",
    "/v1/nothing",
    "/v1",
    "/nothing",
    "/w/..%2f..%2fpackage.json",
    "/w/assets/..%2fmanifest.json",
    "/docs/..%2fpackage.json",
  ])("GET %s", (path) => refused("not_found", () => send(path, { method: "GET" })));

  it.each([
    ["PUT", "/v1/conversations"],
    ["DELETE", "/v1/conversations"],
    ["POST", "/v1/articles"],
    ["PATCH", "/v1/sessions"],
    ["GET", "/v1/sessions"],
    ["PUT", "/v1/auth/sign-in/email"],
  ])("the wrong method: %s %s", (method, path) => refused("not_found", () => send(path, { method })));

  const time = (value: string) => encodeCursor(value, newId());
  it.each([
    ["/v1/conversations?cursor=garbage", "cursor"],
    ["/v1/conversations?cursor=%00", "cursor"],
    [`/v1/conversations?cursor=${Buffer.from("[]").toString("base64url")}`, "cursor"],
    [`/v1/conversations?cursor=${Buffer.from('["now","x"]').toString("base64url")}`, "cursor"],
    [`/v1/conversations?cursor=${time("infinitely late")}`, "cursor"],
    [`/v1/conversations?cursor=${time("")}`, "cursor"],
    [`/v1/conversations?cursor=${time("0000-01-01T00:00:00Z")}`, "cursor"],
    [`/v1/tickets?cursor=${time("2026-13-45T00:00:00Z")}`, "cursor"],
    [`/v1/articles?q=words&cursor=${time("1e999")}`, "cursor"],
    [`/v1/articles?q=words&cursor=${time("NaN or not")}`, "cursor"],
    [`/v1/articles?cursor=${time("a\u0000b")}`, "cursor"],
    [`/v1/conversations?cursor=${"A".repeat(501)}`, "cursor"],
    ["/v1/changes?cursor=garbage", "cursor"],
    [`/v1/changes?cursor=${time("2026-11-20T00:00:00Z")}`, "cursor"],
    ["/v1/conversations?limit=1000000", "limit"],
    ["/v1/conversations?limit=0", "limit"],
    ["/v1/conversations?limit=-1", "limit"],
    ["/v1/conversations?limit=1.5", "limit"],
    ["/v1/conversations?limit=1e2x", "limit"],
    ["/v1/conversations?unknown=1", "unknown"],
    ["/v1/articles?q=a%00b", "q"],
    [`/v1/articles?q=${"x".repeat(301)}`, "q"],
    ["/v1/articles?category=../x", "category"],
  ])("GET %s", async (path, field) => {
    const { fields } = await refusal("invalid_input", () => send(path, { method: "GET" }));
    expect(Object.keys(fields ?? {})).toContain(field);
  });

  it.each([
    "changedAfter=-1",
    "changedAfter=x",
    "changedAfter=99999999999",
    "changedAfter=1&after=1",
    "changedAfter=0&before=9",
  ])("messages: %s", async (query) => {
    const { fields } = await refusal("invalid_input", () => send(`${thread()}?${query}`, { method: "GET" }));
    expect(Object.keys(fields ?? {})).toEqual(["changedAfter"]);
  });

  it.each([
    ["an edit that is blank", "PATCH", { body: " " }, "invalid_input"],
    ["an edit of 8,001 characters", "PATCH", { body: "x".repeat(8001) }, "invalid_input"],
    ["an edit of the author", "PATCH", { body: marker, author: { kind: "agent" } }, "invalid_input"],
    ["an edit with NUL", "PATCH", { body: `${marker}\u0000` }, "invalid_input"],
  ] as const)("%s", (_, method, body, code) =>
    refused(code, () => send(`${thread()}/${site.things.messageId}`, { method, body: JSON.stringify(body) })),
  );
  it.each(["1", "%00", "0".repeat(36), "../messages"])("a message that is none: %s", (id) =>
    refused("not_found", () => send(`${thread()}/${id}`, { method: "DELETE" })),
  );

  it.each(["after=99999999999", "before=99999999999", "after=-1", "before=0", "after=x", "limit=201"])(
    "messages: %s",
    (query) => refused("invalid_input", () => send(`${thread()}?${query}`, { method: "GET" })),
  );

  it.each(["view=nothing", "contactId=1", "q=a%00b"])("the team's tickets: %s", (query) =>
    refused("invalid_input", () => send(`/v1/agent/tickets?${query}`, { method: "GET", headers: key() })),
  );

  it.each(["q=99999999999999999999", "q=%25%25%25", "q=%5C", "q='%20or%201=1"])(
    "an odd search finds nothing: %s",
    async (query) => {
      const response = await send(`/v1/agent/tickets?${query}`, { method: "GET", headers: key() });
      expect(await response.json()).toEqual({ data: [], nextCursor: null });
    },
  );

  it.each(["!!!", "a & | !", "'", "\\", "(:*)", "<->", "%F0%9F%92%A9"])(
    "an odd question is answered: %s",
    async (q) => {
      const response = await send(`/v1/articles?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`, { method: "GET" });
      expect(response.status).toBe(200);
    },
  );
});

describe("a bug", () => {
  it("says nothing outside, and the whole of it in the log under the request id", async () => {
    const deps: Deps = {
      ...server.deps,
      now: () => {
        throw new RangeError("The clock has stopped");
      },
    };
    const app = createApp(deps, { publicUrl: server.url, secret: "a test's secret of at least 32 characters" });
    server.logged.length = 0;
    const response = await app.fetch(
      new Request(`${server.url}/v1/conversations`, { method: "POST", headers: mine(), body: message(marker) }),
    );
    const text = await response.text();
    expect(response.status).toBe(500);
    const requestId = response.headers.get("x-request-id");
    expect(JSON.parse(text)).toEqual({ error: { code: "internal", message: errorTable.internal.message, requestId } });
    const line = server.logged.find((logged) => logged.includes("The clock has stopped")) ?? "{}";
    expect(JSON.parse(line)).toMatchObject({ requestId, level: 50, err: { type: "RangeError" } });
    expect(line).toContain("bad-input.test.ts");
  });

  it("of the database is told without anybody's words", async () => {
    const { db } = server.deps.database;
    await db.execute(sql`alter table messages add constraint no_marker check (body not like 'Wortlaut%')`);
    try {
      server.logged.length = 0;
      const response = await send(thread(), { body: message(marker) });
      expect(response.status).toBe(500);
      const log = server.logged.join("");
      expect(log).toContain("no_marker");
      expect(log).toContain("    at ");
      expect(log).not.toContain(marker);
      expect(await response.text()).not.toContain("no_marker");
    } finally {
      await db.execute(sql`alter table messages drop constraint no_marker`);
    }
  });
});
