import { createDeskbell } from "@deskbell/sdk";
import { createAgentClient, createMemoryStore } from "@deskbell/sdk/agent";
import { createServerClient } from "@deskbell/sdk/node";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, it } from "vitest";
import { createTestWorkspace } from "./actors.ts";
import { startTestServer } from "./harness.ts";

// The documented operations name the tests, so the server must be there to collect them.
const server = await startTestServer();
afterAll(() => server.close());

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, unknown>;
}
const document = JSON.parse(JSON.stringify(server.app.openApi)) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: object;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    matches: (asked: string, pathname: string) =>
      asked === method.toUpperCase() && new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
    operation,
  })),
);

/** Served to people, browsers and machines that are no API clients. */
const pages = [
  "GET /healthz",
  "GET /metrics",
  "GET /readyz",
  "GET /openapi.json",
  "GET /docs",
  "GET /docs/reader.js",
  "GET /docs/:file",
  "GET /w/assets/:folder{\\d+-\\w+}/:file",
  "GET /w/:script{[\\w-]{1,64}\\.js}",
  "GET /console",
  "GET /console/*",
  "GET /console/assets/:file",
  "GET /demo",
  "GET /files/:workspace/:id/:signed",
  "GET /files/logos/:name",
  "GET /help/:workspace",
  "GET /help/:workspace/c/:category",
  "GET /help/:workspace/a/:slug",
  "POST /help/:workspace/a/:slug/feedback",
  // better-auth's own, with its own documentation.
  "GET /v1/auth/*",
  "POST /v1/auth/*",
];

it("every route is documented or a known page, and nothing else is documented", () => {
  const routes = server.app.routes.filter(({ method }) => method !== "ALL");
  const served = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const documented = operations.map(({ name }) => name.replace(/\{(\w+)\}/g, ":$1"));
  expect([...served].sort()).toEqual([...new Set([...documented, ...pages])].sort());
  expect(documented.filter((name) => pages.includes(name))).toEqual([]);
});

it("the document is OpenAPI 3.1", async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate(document as unknown as Record<string, unknown>)).toEqual({ valid: true });
});

it("a document that is not is found out", async () => {
  const { valid } = await new Validator().validate({ ...document, paths: { nothing: 1 } });
  expect(valid).toBe(false);
});

it("it is what is served", async () => {
  expect(await (await fetch(`${server.url}/openapi.json`)).json()).toEqual(document);
});

it("operations have names of their own", () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
const accepts = (schema: object) => ajv.compile({ ...schema, components: document.components });

it.each(
  operations
    .filter(({ operation }) => operation.requestBody?.content["application/json"])
    .map(({ name, operation }) => [name, operation] as const),
)("the example of %s is one", (_, { requestBody }) => {
  const { schema, example } = requestBody?.content["application/json"] ?? { schema: {} };
  const validate = accepts(schema);
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ unknownKey: 1 })).toBe(false);
});

interface Asked {
  method: string;
  url: URL;
  body: unknown;
  type: string | null;
}

/** Notes what is asked and answers nothing of use. */
function recorder() {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const body = typeof init?.body === "string" ? JSON.parse(init.body) : init?.body;
    asked.push({ method: init?.method ?? "GET", url, body, type: new Headers(init?.headers).get("content-type") });
    return Response.json({ token: "ds_x", contact: { id: "x" }, data: [], nextCursor: null });
  };
  return { asked, fetch };
}

const id = "01980000-0000-7000-8000-000000000000";
const publicId = "t_0123456789abcdefghijkl";
const text = { body: "Hello" };
const bytes = new Blob(["Some words"]);
const page = { limit: 10, cursor: "c" };

/** Arguments for every method, by its name. A new method needs its line here. */
const contactCalls: Record<string, unknown[]> = {
  changes: [page],
  "sessions.start": [{ channelKey: "demo" }],
  "sessions.check": [{ channelKey: "demo" }],
  "sessions.end": [],
  "contact.update": [{ name: "Ada", attributes: { plan: "team" } }],
  "contact.showProactive": [{ ruleId: "r-7d3f9a10" }],
  "contact.track": [{ name: "checkout.started", attributes: { items: 3 } }],
  "conversations.list": [page],
  "conversations.get": [id],
  "conversations.update": [id, { addLabels: ["billing"] }],
  "conversations.preChat": [{ locale: "de" }],
  "conversations.start": [{ message: text, handoff: true }],
  "conversations.read": [id, { seq: 1 }],
  "conversations.delivered": [id, { seq: 1 }],
  "conversations.handoff": [id],
  "conversations.escalate": [id, { subject: "Broken" }],
  "conversations.close": [id],
  "conversations.rate": [id, { score: 5 }],
  "conversations.sendTranscript": [id, { email: "ada@example.com", locale: "de", timeZone: "Europe/Berlin" }],
  "messages.list": [id, { after: 1, limit: 10 }],
  "messages.send": [id, { ...text, attachments: [id], payload: { type: "reply", to: id, value: "yes" } }],
  "files.upload": [bytes, { name: "notes.txt" }],
  "messages.edit": [id, id, text],
  "messages.delete": [id, id],
  "tickets.list": [page],
  "tickets.get": [publicId],
  "tickets.form": [{ locale: "de" }],
  "tickets.create": [{ subject: "Broken", body: "It is", email: "ada@example.com", customFields: { order: "A-1815" } }],
  "tickets.timeline": [publicId, page],
  "tickets.reply": [publicId, text],
  "articles.list": [{ q: "words", category: "orders", ...page }],
  "articles.categories": [],
  "articles.get": ["a-slug"],
  "articles.feedback": ["a-slug", { helpful: true }],
  "presence.get": [],
};
const teamCalls: Record<string, unknown[]> = {
  me: [],
  changes: [page],
  "agents.list": [],
  "agents.update": [id, { status: "away", maxConcurrentChats: 3, role: "viewer" }],
  "agents.remove": [id],
  "apiKeys.list": [],
  "apiKeys.revoke": [id],
  "workspace.update": [{ maxConcurrentChats: 3, returnAfterSeconds: 60 }],
  "conversations.list": [{ view: "queue", contactId: id, ticketId: id, teamId: id, ...page }],
  "conversations.get": [id],
  "conversations.update": [id, { removeLabels: ["billing"] }],
  "conversations.claim": [id],
  "conversations.assign": [id, { agentId: null }],
  "conversations.transfer": [id, { teamId: id, note: "Please" }],
  "conversations.close": [id],
  "conversations.escalate": [id, { priority: "high" }],
  "conversations.read": [id, { seq: 1 }],
  "conversations.delivered": [{ conversations: [{ id, seq: 1 }] }],
  "conversations.counts": [],
  "conversations.sendTranscript": [id, { locale: "de" }],
  "messages.list": [id, { changedAfter: 9 }],
  "messages.send": [id, { ...text, payload: { type: "quick_replies", options: [{ value: "yes", text: "Yes" }] } }],
  "messages.edit": [id, id, text],
  "messages.delete": [id, id],
  "messages.versions": [id, id, page],
  "messages.eraseVersions": [id, id],
  "notes.list": [id, page],
  "notes.create": [id, text],
  "files.upload": [bytes, { name: "notes.txt" }],
  "tickets.list": [{ view: "mine", contactId: id, q: "words", ...page }],
  "tickets.get": [id],
  "tickets.create": [{ contactId: id, subject: "Broken", body: "It is", customFields: { order: "A-1815" } }],
  "tickets.update": [id, { version: 1, status: "resolved", tags: ["a"], customFields: { order: null } }],
  "tickets.assign": [id, { agentId: id }],
  "tickets.reply": [id, text],
  "tickets.timeline": [id, page],
  "contacts.get": [id],
  "contacts.presence": [id],
  "contacts.events": [id, page],
  "contacts.update": [id, { email: null }],
  "contacts.revokeSessions": [id],
  "channels.list": [],
  "channels.update": [id, { idle: null }],
  "channels.uploadLogo": [id, bytes],
  "articles.list": [page],
  "articles.get": [id],
  "blocks.list": [{ contactId: id, ...page }],
  "blocks.create": [{ contactId: id, reason: "Threats" }],
  "blocks.delete": [id],
  "teams.list": [],
  "teams.create": [{ name: "Billing", memberIds: [id] }],
  "teams.update": [id, { name: "Invoices" }],
  "teams.delete": [id],
};

/** What of a client is no request: it is about life, not resources. */
const lively = [
  "start",
  "session",
  "identify",
  "logout",
  "connect",
  "disconnect",
  "connection",
  "viewPage",
  "on",
  "close",
  "conversationList",
  "ticketList",
  "thread",
  "all",
];

/** `conversations.list` … of a client, as they are. */
const methodsOf = (client: object): [string, (...args: unknown[]) => Promise<unknown>][] =>
  Object.entries(client)
    .filter(([name]) => !lively.includes(name))
    .flatMap(([noun, resource]) =>
      typeof resource === "function"
        ? [[noun, resource]]
        : Object.entries(resource as object).map(([verb, method]) => [`${noun}.${verb}`, method]),
    );

const reached = new Set<string>();
const host = "https://help.example.com";
const clients = {
  contact: { create: async (fetch: typeof globalThis.fetch) => started(fetch), calls: contactCalls },
  agent: {
    create: async (fetch: typeof globalThis.fetch) => createAgentClient({ host, fetch, storage: createMemoryStore() }),
    calls: teamCalls,
  },
  server: {
    create: async (fetch: typeof globalThis.fetch) => createServerClient({ host, fetch, apiKey: "dk_x", retries: 0 }),
    calls: teamCalls,
  },
};

/** With a session, so that what follows is one request each. */
async function started(fetch: typeof globalThis.fetch) {
  const client = createDeskbell({ host, channelKey: "demo", fetch, storage: createMemoryStore() });
  await client.start();
  return client;
}

describe.each(Object.entries(clients))("every method of the SDK's %s client", (_, { create, calls }) => {
  it("is known here", async () => {
    const methods = methodsOf(await create(recorder().fetch)).map(([name]) => name);
    expect(methods.sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.entries(calls))("%s makes one documented request", async (name, args) => {
    const { asked, fetch } = recorder();
    const method = methodsOf(await create(fetch)).find(([known]) => known === name)?.[1];
    asked.length = 0;
    await method?.(...args);
    expect(asked).toHaveLength(1);
    const [{ method: verb, url, body, type }] = asked as [Asked];
    const found = operations.filter(({ matches }) => matches(verb, url.pathname));
    // A fixed name may fit where a parameter stands; the one without is meant.
    const meant = found.toSorted((a, b) => a.name.split("{").length - b.name.split("{").length)[0];
    expect(meant, `${verb} ${url.pathname}`).toBeDefined();
    if (!meant) return;
    reached.add(meant.name);
    const { requestBody, parameters = [] } = meant.operation;
    if (requestBody) expect(Object.keys(requestBody.content)).toEqual([type]);
    const json = requestBody?.content["application/json"];
    if (json) {
      const validate = accepts(json.schema);
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    } else expect(body === undefined).toBe(!requestBody);
    const inQuery = parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name);
    expect(inQuery).toEqual(expect.arrayContaining([...url.searchParams.keys()]));
  });
});

it("every documented operation is reached by a method of the SDK", () => {
  expect(operations.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});

it("notes and timelines page to their end, without overlap", async () => {
  const workspace = await createTestWorkspace(server);
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const { conversation } = await contact.conversations.start({ message: text, handoff: true });
  const ticket = await agent.conversations.escalate(conversation.id);
  for (let n = 0; n < 5; n++) await agent.notes.create(conversation.id, { body: `${n}` });
  const client = createServerClient({ host: server.url, apiKey: await workspace.apiKey() });
  const bodies: string[] = [];
  for await (const note of client.all((page) => client.notes.list(conversation.id, { ...page, limit: 2 })))
    bodies.push(note.body);
  expect(bodies).toEqual(["0", "1", "2", "3", "4"]);
  const all = (await client.tickets.timeline(ticket.id)).data;
  expect(all.length).toBeGreaterThan(2);
  const paged = [];
  for await (const entry of client.all((page) => client.tickets.timeline(ticket.id, { ...page, limit: 1 })))
    paged.push(entry);
  expect(paged).toEqual(all);
});
