import { agentRoles, type ErrorBody, type ErrorCode, errorTable } from "@deskbell/contract";
import type { Deskbell } from "@deskbell/sdk";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobs } from "../app.ts";
import type { Context } from "../context.ts";
import { agents } from "../features/agents/tables.ts";
import { files } from "../features/files/tables.ts";
import type { RegisteredEndpoint } from "../http/endpoint.ts";
import { newId, newToken } from "../ids.ts";
import { runJob } from "../jobs/jobs.ts";
import { createMailer } from "../mail/mailer.ts";
import { transact } from "../transact.ts";
import { eventually } from "./eventually.ts";
import {
  call,
  createSite,
  createThings,
  listen,
  nameOf,
  namingPath,
  pathOf,
  type Site,
  type Things,
  thingOf,
} from "./guard-site.ts";
import { startTestServer } from "./harness.ts";
import { sender, startSmtpServer } from "./smtp-server.ts";
import { tenantRows } from "./tenant-rows.ts";

// Law 5: nobody crosses. The tests below are made from what is registered, so the server must be there to collect them.
// Nobody works on jobs: what the bot does by itself would look like what a stranger did.
const smtp = await startSmtpServer();
const server = await startTestServer({
  work: false,
  mailer: createMailer({ url: smtp.url, from: sender }),
  // On a machine that stops for seconds nobody is to leave: rows change by that.
  presence: { leaseMs: 120_000 },
});
const { endpoints, signals, socketAuthenticators } = server.app;

let own: Site;
let foreign: Site;
let neighbour: Things;
let ended: string;
let listening: Awaited<ReturnType<typeof listen>>[];
beforeAll(async () => {
  own = await createSite(server);
  foreign = await createSite(server);
  neighbour = await createThings(own.workspace, own.agent);
  ended = await endedToken();
  listening = await Promise.all([
    listen(server, "/contact", { auth: { token: own.things.token } }),
    listen(server, "/agent", { cookie: own.agent.cookie }),
  ]);
});
afterAll(async () => {
  for (const { socket } of listening ?? []) socket.disconnect();
  await server.close();
  await smtp.close();
});

async function endedToken(): Promise<string> {
  const contact = own.workspace.contact();
  const { token } = await contact.start();
  await contact.logout();
  return token;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Runs `act` and fails when it changed a row that `watched` chooses, or told anything to the victim or their team. */
async function changingNothing<T>(act: () => Promise<T>, watched: (row: string) => boolean = () => true): Promise<T> {
  const rows = async () => (await tenantRows(server.deps.database.db)).filter(watched);
  const before = await rows();
  await allHeard();
  for (const { heard } of listening) heard.length = 0;
  const result = await act();
  expect(await rows()).toEqual(before);
  const fence = await allHeard();
  for (const { heard } of listening) expect(heard).toEqual([fence]);
  return result;
}

/** Sockets keep the order: what was told before this fence has been heard when the fence is. */
async function allHeard(): Promise<[event: string, payload: unknown]> {
  const fence = { conversationId: newId(), text: "fence" };
  server.deps.telling.contact(own.things.contactId, "bot.delta", fence);
  server.deps.telling.team(own.workspace.ctx.workspaceId, "bot.delta", fence);
  for (const { heard } of listening) await eventually(() => expect(heard).toContainEqual(["bot.delta", fence]));
  return ["bot.delta", fence];
}

async function refused(endpoint: RegisteredEndpoint, headers: Record<string, string>, code: ErrorCode): Promise<void> {
  const response = await changingNothing(() => call(server, endpoint, own.things, headers));
  const { error } = (await response.json()) as ErrorBody;
  expect({ status: response.status, code: error?.code }).toEqual({ status: errorTable[code].status, code });
}

const about = ({
  contactId,
  conversationId,
  messageId,
  agentMessageId,
  ticketId,
  publicId,
  blockId,
  teamId,
}: Things) => [contactId, conversationId, messageId, agentMessageId, ticketId, publicId, blockId, teamId];

/** Where nothing is named, the call may work, but for the caller's own things only. */
async function apart(endpoint: RegisteredEndpoint, headers: Record<string, string>, secrets: string[]): Promise<void> {
  const mentions = (text: string) => secrets.some((secret) => text.includes(secret));
  const response = await changingNothingOf(mentions, () => call(server, endpoint, own.things, headers));
  expect(mentions(await response.text())).toBe(false);
  expect(response.status).toBeLessThan(300);
}

/** Like `changingNothing`; the caller's own team may well be the listening one. */
async function changingNothingOf<T>(mentions: (row: string) => boolean, act: () => Promise<T>): Promise<T> {
  const rows = async () => (await tenantRows(server.deps.database.db)).filter(mentions);
  const before = await rows();
  const result = await act();
  expect(await rows()).toEqual(before);
  return result;
}

const registered = (audience: RegisteredEndpoint["audience"]) =>
  endpoints
    .filter((endpoint) => endpoint.audience === audience)
    .map((endpoint) => [nameOf(endpoint), endpoint] as const);

describe("the suite knows everything that is registered", () => {
  it("endpoints for everybody are these only", () => {
    expect(registered("public").map(([name]) => name)).toEqual(["POST /v1/sessions", "POST /v1/sessions/check"]);
  });
  it.each(endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))("%s", (_, endpoint) => {
    thingOf(endpoint);
    pathOf(endpoint, own.things);
    if (endpoint.body) expect(endpoint.body.safeParse(endpoint.example)).toMatchObject({ success: true });
  });
  it("jobs", () => {
    expect(Object.keys(jobInputs).sort()).toEqual(jobs.map(({ name }) => name).sort());
  });
  it("signals", () => {
    expect(Object.keys(signalInputs).sort()).toEqual(
      signals.all.map(({ audience, name }) => `${audience} ${name}`).sort(),
    );
  });
});

describe.each(registered("contact"))("%s", (_, endpoint) => {
  it("refuses who has no session", () => refused(endpoint, {}, "unauthenticated"));
  it("refuses a forged token", () => refused(endpoint, bearer(newToken("ds_")), "session_expired"));
  it("refuses an ended session", () => refused(endpoint, bearer(ended), "session_expired"));
  it("refuses a token that is not one", () => refused(endpoint, bearer(`${"x".repeat(300)}`), "unauthenticated"));
  it("refuses an agent's cookie", () => refused(endpoint, { cookie: own.agent.cookie }, "unauthenticated"));
  it("refuses an API key", () => refused(endpoint, bearer(own.apiKey), "session_expired"));
  it("keeps another contact apart", () =>
    isOwned(endpoint)
      ? refused(endpoint, bearer(neighbour.token), "not_found")
      : endpoint.method === "DELETE" || apart(endpoint, bearer(neighbour.token), about(own.things)));
  it("keeps another workspace's contact apart", () =>
    namingPath(endpoint)
      ? refused(endpoint, bearer(foreign.things.token), "not_found")
      : endpoint.method === "DELETE" || apart(endpoint, bearer(foreign.things.token), everythingOwn()));
  it("answers its own contact", async () => {
    const things = await createThings(own.workspace, own.agent);
    expect((await call(server, endpoint, things, bearer(things.token))).status).toBeLessThan(300);
  });
});

/** Articles are the workspace's; the rest is one contact's. */
const isOwned = (endpoint: RegisteredEndpoint) => namingPath(endpoint) !== null && thingOf(endpoint) !== "articleSlug";
const everythingOwn = () => [
  ...about(own.things),
  own.things.articleId,
  own.things.articleSlug,
  own.workspace.ctx.workspaceId,
  own.agent.id,
];

describe.each(registered("team"))("%s", (_, endpoint) => {
  it("refuses who is not signed in", () => refused(endpoint, {}, "unauthenticated"));
  it("refuses a forged API key", () => refused(endpoint, bearer(newToken("dk_")), "unauthenticated"));
  it("refuses a forged cookie", () =>
    refused(endpoint, { cookie: own.agent.cookie.replace(/=[^.;]{8}/, "=AAAAAAAA") }, "unauthenticated"));
  it("refuses a contact's token", () => refused(endpoint, bearer(own.things.token), "unauthenticated"));
  it("keeps another workspace's agent apart", () =>
    thingOf(endpoint)
      ? refused(endpoint, { cookie: foreign.agent.cookie }, "not_found")
      : apart(endpoint, { cookie: foreign.agent.cookie }, everythingOwn()));
  it("keeps another workspace's API key apart", () =>
    thingOf(endpoint)
      ? refusedOr(endpoint, bearer(foreign.apiKey), "not_found")
      : apart(endpoint, bearer(foreign.apiKey), everythingOwn()));
  const least = endpoint.role ?? (endpoint.method === "GET" ? "viewer" : "agent");
  for (const role of agentRoles.slice(agentRoles.indexOf(least) + 1)) {
    it(`refuses a ${role}`, async () => {
      await refused(endpoint, bearer(await own.workspace.apiKey(role)), "forbidden");
    });
  }
  it("answers its own agent", async () => {
    const things = await createThings(own.workspace, own.agent);
    expect((await call(server, endpoint, things, { cookie: own.agent.cookie })).status).toBeLessThan(300);
  });
});

/** An API key cannot claim at all, wherever it is from. */
const refusedOr = (endpoint: RegisteredEndpoint, headers: Record<string, string>, code: ErrorCode) =>
  refused(endpoint, headers, nameOf(endpoint).endsWith("/claim") ? "forbidden" : code);

describe("what stands further back in a path", () => {
  it("is looked for only within what stands before it", async () => {
    const inside = endpoints.filter(({ path }) => path.split(":").length > 2);
    expect(inside.length).toBeGreaterThan(0);
    for (const endpoint of inside) {
      const things = { ...neighbour, messageId: own.things.messageId, agentMessageId: own.things.agentMessageId };
      const headers = endpoint.audience === "team" ? { cookie: own.agent.cookie } : bearer(neighbour.token);
      const response = await changingNothing(() => call(server, endpoint, things, headers));
      expect(response.status, nameOf(endpoint)).toBe(404);
    }
  });
});

describe("what a body names", () => {
  it("another workspace's agent cannot be given anything", async () => {
    for (const path of [`conversations/${foreign.things.conversationId}`, `tickets/${foreign.things.ticketId}`]) {
      const response = await changingNothing(() =>
        fetch(`${server.url}/v1/agent/${path}/assign`, {
          method: "POST",
          headers: { cookie: foreign.agent.cookie },
          body: JSON.stringify({ agentId: own.agent.id }),
        }),
      );
      expect(response.status, path).toBe(404);
    }
  });

  it("a filter for another workspace's contact or ticket finds nothing", async () => {
    const { contactId, ticketId } = own.things;
    expect((await foreign.agent.conversations.list({ contactId })).data).toEqual([]);
    expect((await foreign.agent.conversations.list({ ticketId })).data).toEqual([]);
    expect((await foreign.agent.tickets.list({ view: "all", contactId })).data).toEqual([]);
  });

  it("a token of another channel resumes nobody there", async () => {
    const response = await changingNothing(
      () =>
        fetch(`${server.url}/v1/sessions`, {
          method: "POST",
          body: JSON.stringify({ channelKey: foreign.workspace.channelKey, token: own.things.token }),
        }),
      (row) => row.includes(own.workspace.ctx.workspaceId),
    );
    const session = (await response.json()) as { token: string; contact: { id: string } };
    expect(session.contact.id).not.toBe(own.things.contactId);
    expect(session.token).not.toBe(own.things.token);
  });
});

const jobInputs: Record<string, (things: Unanswered) => object> = {
  "answer-message": ({ messageId }) => ({ messageId }),
  "update-places": () => ({}),
  "scan-file": ({ heldFileId }) => ({ fileId: heldFileId }),
  "give-chats": () => ({}),
  "return-chats": ({ agentId, unavailableSince }) => ({ agentId, unavailableSince }),
  "send-transcript": ({ transcriptId }) => ({ transcriptId }),
};
type Unanswered = Awaited<ReturnType<typeof unanswered>>;

/** What waits because nobody works: a message for the bot, a file for the scanner, a mail, a chat to be given, one whose agent is gone. */
async function unanswered() {
  const contact = own.workspace.contact();
  const { message, conversation } = await contact.conversations.start({ message: { body: "What is a bicycle?" } });
  const mail = await contact.conversations.sendTranscript(conversation.id, { email: "ada@example.com" });
  const heldFileId = await insertFile({ state: "scanning", createdAt: new Date() });
  return { messageId: message.id, heldFileId, transcriptId: mail.id, ...(await chatsToMove(contact)) };
}

async function chatsToMove(contact: Deskbell) {
  await own.agent.agents.update(own.agent.id, { status: "online", maxConcurrentChats: 100 });
  await own.agent.channels.update(own.things.channelId, { assignment: "automatic" });
  const gone = await own.workspace.agent();
  const { conversation } = await contact.conversations.start({ message: { body: "Anybody?" }, handoff: true });
  await own.agent.conversations.assign(conversation.id, { agentId: gone.id });
  const [row] = await transact(own.workspace.ctx, ({ db }) => db.select().from(agents).where(eq(agents.id, gone.id)));
  return { agentId: gone.id, unavailableSince: row?.unavailableSince?.toISOString() };
}

const insertFile = (file: Pick<typeof files.$inferInsert, "state" | "createdAt">): Promise<string> =>
  transact(own.workspace.ctx, async (tx) => {
    const [row] = await tx.db
      .insert(files)
      .values({
        ...{ workspaceId: tx.workspaceId, ownerKind: "contact", ownerId: own.things.contactId, clientId: newId() },
        ...{ name: "notes.txt", type: "text/plain", size: 10, key: "k", ...file },
      })
      .returning();
    return row?.id ?? "";
  });

describe.each(jobs.map((job) => [job.name, job] as const))("job %s", (name, job) => {
  it("does nothing for another workspace, and its work for its own", async () => {
    const input = jobInputs[name]?.(await unanswered()) ?? {};
    // What names nothing is about its whole workspace.
    const watched =
      Object.keys(input).length > 0 ? () => true : (row: string) => row.includes(own.workspace.ctx.workspaceId);
    const theirs = { workspaceId: foreign.workspace.ctx.workspaceId, input };
    await changingNothing(() => runJob(server.deps, job, theirs), watched);
    await changingNothing(() => runJob(server.deps, job, { workspaceId: newId(), input }));
    const before = await tenantRows(server.deps.database.db);
    await runJob(server.deps, job, { workspaceId: own.workspace.ctx.workspaceId, input });
    expect(await tenantRows(server.deps.database.db)).not.toEqual(before);
  });
  it.each([{}, { workspaceId: "x", input: {} }, null, { workspaceId: newId(), input: { messageId: 1 } }])(
    "refuses %j",
    (data) => changingNothing(() => expect(runJob(server.deps, job, data)).rejects.toThrow()),
  );
});

const address = "203.0.113.7";
const signalInputs: Record<string, (things: Things) => object> = {
  "contact typing": ({ conversationId }) => ({ conversationId, typing: true }),
  "contact page": () => ({ url: `https://example.com/${newId()}`, title: "A page" }),
  "team typing": ({ conversationId }) => ({ conversationId, typing: true }),
  "team viewing": ({ conversationId }) => ({ conversationId }),
};

describe.each(signals.all.map((signal) => [`${signal.audience} ${signal.name}`, signal] as const))(
  "signal %s",
  (name, signal) => {
    const callers: Record<string, () => Promise<Context>> =
      signal.audience === "contact"
        ? {
            "another contact": () => socketAuthenticators.contact(neighbour.token, address),
            "another workspace's contact": () => socketAuthenticators.contact(foreign.things.token, address),
          }
        : {
            "another workspace's agent": () =>
              socketAuthenticators.team(null, new Headers({ cookie: foreign.agent.cookie })),
            "another workspace's API key": () => socketAuthenticators.team(foreign.apiKey, new Headers()),
          };
    it.each(Object.entries(callers))("%s is not heard", async (_, caller) => {
      const ctx = await caller();
      await changingNothing(async () => {
        const [outcome] = await Promise.allSettled([
          signal.handle(ctx as never, signalInputs[name]?.(own.things) as never),
        ]);
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "not_found" });
      });
    });
    it("its own people are heard", async () => {
      const ctx =
        signal.audience === "contact"
          ? await socketAuthenticators.contact(own.things.token, address)
          : await socketAuthenticators.team(null, new Headers({ cookie: own.agent.cookie }));
      await allHeard();
      for (const { heard } of listening) heard.length = 0;
      await signal.handle(ctx as never, signalInputs[name]?.(own.things) as never);
      await eventually(() => {
        const { heard = [], presences = [] } = listening[1] ?? {};
        if (signal.name === "page") expect(JSON.stringify(presences)).toContain("example.com");
        else expect(heard.map(([event]) => event)).toEqual([signal.name]);
      });
    });
  },
);
