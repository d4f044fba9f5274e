import { eq } from "drizzle-orm";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createApiKey } from "../features/agents/create-api-key.ts";
import { revokeApiKey } from "../features/agents/revoke-api-key.ts";
import { apiKeys } from "../features/agents/tables.ts";
import { mergeContact } from "../features/contacts/merge-contact.ts";
import { getContact } from "../features/contacts/queries.ts";
import { newId } from "../ids.ts";
import { silentTelling } from "../realtime/telling.ts";
import { transact } from "../transact.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "./actors.ts";
import { eventually } from "./eventually.ts";
import { startTestServer, type TestServer } from "./harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
let owner: TestAgent;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  owner = await workspace.agent("owner");
});
afterAll(() => server.close());

type Credential = { cookie?: string; auth?: object };
interface Revocation {
  namespace: "/agent" | "/contact";
  credential: Credential;
  revoke(): Promise<unknown>;
}
const ofTeam = (credential: Credential, revoke: Revocation["revoke"]) =>
  ({ namespace: "/agent", credential, revoke }) as const;
const ofContact = (token: string, revoke: Revocation["revoke"]) =>
  ({ namespace: "/contact", credential: { auth: { token } }, revoke }) as const;

async function listen(url: string, { namespace, credential }: Pick<Revocation, "namespace" | "credential">) {
  const { cookie, auth = {} } = credential;
  const socket: Socket = io(`${url}${namespace}`, {
    ...{ path: "/socket", auth, forceNew: true, reconnection: false, transports: ["websocket"] },
    ...(cookie && { extraHeaders: { cookie } }),
  });
  const heard: string[] = [];
  socket.onAny((event: string) => heard.push(event));
  const cut = new Promise<number>((resolve) => socket.once("disconnect", () => resolve(performance.now())));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return { socket, heard, cut };
}

async function newKey(): Promise<{ apiKey: string; id: string }> {
  const apiKey = await createApiKey(workspace.ctx, { name: newId(), role: "agent" });
  return { apiKey, id: (await owner.apiKeys.list()).data[0]?.id ?? "" };
}

/** Each way to lose the right to hear. */
const revocations: Record<string, () => Promise<Revocation>> = {
  "an agent is removed": async () => {
    const { id, cookie } = await workspace.agent();
    return ofTeam({ cookie }, () => owner.agents.remove(id));
  },
  "an agent gets another role": async () => {
    const { id, cookie } = await workspace.agent("admin");
    return ofTeam({ cookie }, () => owner.agents.update(id, { role: "viewer" }));
  },
  "an agent signs out": async () => {
    const { cookie } = await workspace.agent();
    const headers = { cookie, origin: server.url, "content-type": "application/json" };
    return ofTeam({ cookie }, () => fetch(`${server.url}/v1/auth/sign-out`, { method: "POST", headers, body: "{}" }));
  },
  "an API key is revoked": async () => {
    const { apiKey, id } = await newKey();
    return ofTeam({ auth: { apiKey } }, () => owner.apiKeys.revoke(id));
  },
  "a contact logs out": async () => {
    const contact = workspace.contact();
    return ofContact((await contact.start()).token, () => contact.logout());
  },
  "a contact's sessions are revoked": async () => {
    const { token, contact } = await workspace.contact().start();
    return ofContact(token, () => owner.contacts.revokeSessions(contact.id));
  },
  "a contact is blocked": async () => {
    const { token, contact } = await workspace.contact().start();
    return ofContact(token, () => owner.blocks.create({ contactId: contact.id }));
  },
  "a contact's network is blocked": async () => {
    const { token } = await workspace.contact().start();
    return ofContact(token, async () => {
      const { id } = await owner.blocks.create({ network: "127.0.0.1/32" });
      await owner.blocks.delete(id);
    });
  },
  "a contact is joined with another": async () => {
    const { token, contact } = await workspace.contact().start();
    return ofContact(token, () => join(contact.id));
  },
};

/** As a proof of identity does it. */
async function join(contactId: string): Promise<void> {
  const other = await workspace.contact().start();
  await transact(workspace.ctx, async (tx) => {
    await mergeContact(tx, await getContact(tx, contactId), await getContact(tx, other.contact.id));
  });
}

async function isCutOn({ url }: TestServer, arrange: () => Promise<Revocation>): Promise<void> {
  const revocation = await arrange();
  const victim = await listen(url, revocation);
  const witness = await listen(
    url,
    ofTeam({ cookie: owner.cookie }, async () => undefined),
  );
  await revocation.revoke();
  const revoked = performance.now();
  // What happens next is heard by others, and not by them.
  await workspace.contact().conversations.start({ message: { body: "After" }, handoff: true });
  await eventually(() => expect(witness.heard).toContain("message.created"));
  expect((await victim.cut) - revoked).toBeLessThan(1000);
  expect(victim.heard).not.toContain("message.created");
  witness.socket.disconnect();
}

describe("whoever loses the right to hear is cut within a second", () => {
  it.each(Object.entries(revocations))("%s", (_, arrange) => isCutOn(server, arrange));
});

describe.runIf(process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL)("on another node too", () => {
  let other: TestServer;
  beforeAll(async () => {
    other = await startTestServer({ beside: server });
  });
  afterAll(() => other.close());

  it.each(Object.entries(revocations))("%s", (_, arrange) => isCutOn(other, arrange));

  it("by a process that has neither sockets nor Redis, such as the command line", async () => {
    const { apiKey, id } = await newKey();
    const key = ofTeam({ auth: { apiKey } }, async () => undefined);
    const victims = await Promise.all([server, other].map(({ url }) => listen(url, key)));
    await revokeApiKey({ ...workspace.ctx, deps: { ...workspace.ctx.deps, telling: silentTelling } }, id);
    const revoked = performance.now();
    for (const { cut } of victims) expect((await cut) - revoked).toBeLessThan(1000);
  });
});

it("a sign-in that has expired hears nothing more", async () => {
  const agent = await workspace.agent();
  const ear = await listen(
    server.url,
    ofTeam({ cookie: agent.cookie }, async () => undefined),
  );
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8 * 86_400_000 });
  onTestFinished(() => void vi.useRealTimers());
  await ear.cut;
});

it("nobody who was revoked while they connected stays", async () => {
  for (let n = 0; n < 10; n++) {
    const { apiKey, id } = await newKey();
    const options = { path: "/socket", auth: { apiKey }, forceNew: true, reconnection: false };
    const socket = io(`${server.url}/agent`, options);
    const ended = new Promise((resolve) => {
      socket.once("disconnect", resolve);
      socket.once("connect_error", resolve);
    });
    // Falls before, into and after the moment of being let in.
    await new Promise((resolve) => setTimeout(resolve, 2 * n));
    await owner.apiKeys.revoke(id);
    await ended;
    socket.disconnect();
  }
});

describe("an agent who is removed", () => {
  it("holds nothing any more: chats wait in the queue, tickets are nobody's", async () => {
    const agent = await workspace.agent();
    const { conversation } = await workspace
      .contact()
      .conversations.start({ message: { body: "Help" }, handoff: true });
    await agent.conversations.claim(conversation.id);
    await agent.messages.send(conversation.id, { body: "I am on it" });
    const ticket = await agent.conversations.escalate(conversation.id);
    await agent.tickets.assign(ticket.id, { agentId: agent.id });
    await owner.agents.remove(agent.id);
    expect(await owner.conversations.get(conversation.id)).toMatchObject({ handling: "queue", assignee: null });
    expect(await owner.tickets.get(ticket.id)).toMatchObject({ assignee: null });
    expect((await owner.agents.list()).data.map(({ id }) => id)).not.toContain(agent.id);
    await expect(agent.me()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not given a chat at the same moment", async () => {
    for (let n = 0; n < 5; n++) {
      const agent = await workspace.agent();
      const { conversation } = await workspace
        .contact()
        .conversations.start({ message: { body: "Help" }, handoff: true });
      await Promise.allSettled([
        owner.conversations.assign(conversation.id, { agentId: agent.id }),
        owner.agents.remove(agent.id),
      ]);
      expect(await owner.conversations.get(conversation.id)).toMatchObject({ handling: "queue", assignee: null });
    }
  });
});

describe("who may", () => {
  it("nobody changes who stands above them, or lifts anybody there", async () => {
    const [admin, agent] = [await workspace.agent("admin"), await workspace.agent()];
    await expect(admin.agents.remove(owner.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.agents.update(owner.id, { role: "agent" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.agents.update(agent.id, { role: "owner" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await admin.agents.update(agent.id, { role: "admin" })).toMatchObject({ role: "admin" });
    await createApiKey(workspace.ctx, { name: "top", role: "owner" });
    const id = (await owner.apiKeys.list()).data[0]?.id ?? "";
    await expect(admin.apiKeys.revoke(id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await server.deps.database.db.select().from(apiKeys).where(eq(apiKeys.id, id))).toHaveLength(1);
  });

  it("a workspace keeps an owner, though two send each other away", async () => {
    const alone = await createTestWorkspace(server);
    const [one, two] = [await alone.agent("owner"), await alone.agent("owner")];
    await Promise.allSettled([one.agents.remove(two.id), two.agents.remove(one.id)]);
    const left = await Promise.allSettled([one.agents.list(), two.agents.list()]);
    expect(left.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const last = left[0]?.status === "fulfilled" ? one : two;
    await expect(last.agents.update(last.id, { role: "agent" })).rejects.toMatchObject({ code: "last_owner" });
    await expect(last.agents.remove(last.id)).rejects.toMatchObject({ code: "last_owner" });
  });
});
