import type { Deskbell } from "@deskbell/sdk";
import type { AgentClient } from "@deskbell/sdk/agent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "./actors.ts";
import { eventually } from "./eventually.ts";
import { startTestServer, type TestServer } from "./harness.ts";
import { replay } from "./replay.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Scene {
  contact: Deskbell;
  agent: TestAgent;
  colleague: TestAgent;
  /** A conversation in the queue. */
  conversationId: string;
  /** The contact's, its first. */
  messageId: string;
  ticket: { id: string; version: number; publicId: string };
}
const say = (body = "Hello") => ({ clientId: newId(), body });
const start = () => ({ clientId: newId(), message: say() });

async function connected(workspace: TestWorkspace): Promise<{ contact: Deskbell; agent: TestAgent }> {
  const [contact, agent] = [workspace.contact(), await workspace.agent("admin")];
  contact.connect();
  agent.connect();
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
  return { contact, agent };
}

async function scene(): Promise<Scene & { end(): void }> {
  const workspace = await createTestWorkspace(server);
  const people = { ...(await connected(workspace)), colleague: await workspace.agent("agent", "Grace") };
  const { contact, agent } = people;
  const { conversation, message } = await contact.conversations.start({ ...start(), handoff: true });
  const filed = await contact.tickets.create({ clientId: newId(), subject: "Help", body: "Please" });
  const [ticket] = (await agent.tickets.list({ q: `#${filed.number}` })).data;
  if (!ticket) throw new Error("The filed ticket is not in the team's list");
  const end = () => {
    contact.disconnect();
    agent.disconnect();
  };
  return { ...people, conversationId: conversation.id, messageId: message.id, ticket, end };
}

/** Every endpoint that changes something, by the way a person reaches it. */
const acts: Record<string, (scene: Scene) => Promise<unknown>> = {
  "POST /v1/conversations": ({ contact }) => contact.conversations.start({ ...start(), handoff: true }),
  "POST /v1/conversations/:id/messages": ({ contact, conversationId }) => contact.messages.send(conversationId, say()),
  "PATCH /v1/conversations/:id": ({ contact, conversationId }) =>
    contact.conversations.update(conversationId, { addLabels: ["billing"], attributes: { order: 7 } }),
  "POST /v1/conversations/:id/read": ({ contact, conversationId }) =>
    contact.conversations.read(conversationId, { seq: 2 }),
  "POST /v1/conversations/:id/delivered": async ({ contact, agent, conversationId }) => {
    const { seq } = await agent.messages.send(conversationId, say());
    await contact.conversations.delivered(conversationId, { seq });
  },
  "POST /v1/conversations/:id/handoff": async ({ contact }) =>
    contact.conversations.handoff((await contact.conversations.start(start())).conversation.id),
  "POST /v1/conversations/:id/close": ({ contact, conversationId }) => contact.conversations.close(conversationId),
  "POST /v1/conversations/:id/rating": ({ contact, conversationId }) =>
    contact.conversations.rate(conversationId, { score: 4 }),
  "POST /v1/conversations/:id/escalate": ({ contact, conversationId }) =>
    contact.conversations.escalate(conversationId, {}),
  "POST /v1/files": async ({ contact, conversationId }) => {
    const file = await contact.files.upload(new Blob(["Some words"]), { name: "notes.txt" });
    await contact.messages.send(conversationId, { ...say(""), attachments: [file.id] });
  },
  "POST /v1/agent/files": async ({ agent, conversationId }) => {
    const file = await agent.files.upload(new Blob(["Some words"]), { name: "notes.txt" });
    await agent.messages.send(conversationId, { ...say("Here"), attachments: [file.id] });
  },
  "PATCH /v1/conversations/:id/messages/:messageId": ({ contact, conversationId, messageId }) =>
    contact.messages.edit(conversationId, messageId, { body: "Hello again" }),
  "DELETE /v1/conversations/:id/messages/:messageId": ({ contact, conversationId, messageId }) =>
    contact.messages.delete(conversationId, messageId),
  "POST /v1/tickets": ({ contact }) =>
    contact.tickets.create({ clientId: newId(), subject: "More", body: "Help", name: "Ada", email: "ada@example.com" }),
  "POST /v1/tickets/:publicId/messages": async ({ contact, agent, ticket }) => {
    await agent.tickets.update(ticket.id, { version: ticket.version, status: "resolved" });
    await contact.tickets.reply(ticket.publicId, say("Still broken"));
  },
  "PATCH /v1/contact": ({ contact }) => contact.contact.update({ name: "Grace", attributes: { plan: "team" } }),
  "PATCH /v1/agent/conversations/:id": async ({ agent, conversationId }) => {
    await agent.conversations.update(conversationId, { addLabels: ["sales", "vip"] });
    await agent.conversations.update(conversationId, { removeLabels: ["sales"], attributes: { order: 7 } });
  },
  "POST /v1/agent/conversations/:id/claim": ({ agent, conversationId }) => agent.conversations.claim(conversationId),
  "POST /v1/agent/conversations/:id/assign": async ({ agent, conversationId }) => {
    await agent.conversations.assign(conversationId, { agentId: agent.id });
    await agent.conversations.assign(conversationId, { agentId: null });
  },
  "POST /v1/agent/conversations/:id/transfer": async ({ agent, colleague, conversationId }) => {
    const { id: teamId } = await agent.teams.create({ clientId: newId(), name: "Billing" });
    await agent.conversations.transfer(conversationId, { teamId, note: "About invoices" });
    await agent.conversations.transfer(conversationId, { agentId: colleague.id, note: "Over to you" });
    await agent.conversations.transfer(conversationId, { teamId: null });
  },
  "POST /v1/agent/teams": ({ agent, colleague }) =>
    agent.teams.create({ clientId: newId(), name: "Billing", memberIds: [agent.id, colleague.id] }),
  "PATCH /v1/agent/teams/:id": async ({ agent, conversationId }) => {
    const { id: teamId } = await agent.teams.create({ clientId: newId(), name: "Billing" });
    await agent.conversations.transfer(conversationId, { teamId });
    await agent.teams.update(teamId, { name: "Invoices", memberIds: [agent.id] });
  },
  "DELETE /v1/agent/teams/:id": async ({ contact, agent, conversationId }) => {
    const { id: teamId } = await agent.teams.create({ clientId: newId(), name: "Billing" });
    const { conversation } = await contact.conversations.start({ ...start(), handoff: true });
    for (const id of [conversationId, conversation.id]) await agent.conversations.transfer(id, { teamId });
    await agent.conversations.claim(conversation.id);
    await agent.teams.delete(teamId);
  },
  "DELETE /v1/agent/agents/:id": async ({ agent, colleague, conversationId }) => {
    await agent.conversations.assign(conversationId, { agentId: colleague.id });
    await agent.agents.remove(colleague.id);
  },
  "POST /v1/agent/conversations/:id/read": ({ agent, conversationId }) =>
    agent.conversations.read(conversationId, { seq: 1 }),
  "POST /v1/agent/conversations/delivered": async ({ contact, agent, conversationId: id }) => {
    const { seq } = await contact.messages.send(id, say());
    await agent.conversations.delivered({ conversations: [{ id, seq }] });
  },
  "POST /v1/agent/conversations/:id/close": ({ agent, conversationId }) => agent.conversations.close(conversationId),
  "POST /v1/agent/conversations/:id/messages": ({ agent, conversationId }) =>
    agent.messages.send(conversationId, say()),
  "PATCH /v1/agent/conversations/:id/messages/:messageId": async ({ agent, conversationId }) => {
    const { id } = await agent.messages.send(conversationId, say());
    await agent.messages.edit(conversationId, id, { body: "Better" });
  },
  "DELETE /v1/agent/conversations/:id/messages/:messageId": async ({ agent, conversationId }) => {
    const { id } = await agent.messages.send(conversationId, say());
    await agent.messages.delete(conversationId, id);
  },
  "POST /v1/agent/conversations/:id/notes": ({ agent, conversationId }) => agent.notes.create(conversationId, say()),
  "POST /v1/agent/conversations/:id/escalate": ({ agent, conversationId }) =>
    agent.conversations.escalate(conversationId, { subject: "Big" }),
  "POST /v1/agent/tickets": async ({ contact, agent }) => {
    const contactId = (await contact.start()).contact.id;
    await agent.tickets.create({ clientId: newId(), contactId, subject: "Called", body: "Call back" });
  },
  "PATCH /v1/agent/tickets/:id": async ({ agent, ticket }) => {
    const resolved = await agent.tickets.update(ticket.id, {
      version: ticket.version,
      status: "resolved",
      tags: ["vip"],
    });
    await agent.tickets.update(ticket.id, { version: resolved.version, status: "closed" });
  },
  "POST /v1/agent/tickets/:id/assign": ({ agent, ticket }) => agent.tickets.assign(ticket.id, { agentId: agent.id }),
  "POST /v1/agent/tickets/:id/messages": ({ agent, ticket }) => agent.tickets.reply(ticket.id, say()),
  "PATCH /v1/agent/agents/:id": async ({ agent }) => {
    await agent.agents.update(agent.id, { status: "away", maxConcurrentChats: 2 });
    await agent.agents.update(agent.id, { status: "online", maxConcurrentChats: null });
  },
  "PATCH /v1/agent/channels/:id": async ({ agent }) => {
    for (const channel of (await agent.channels.list()).data)
      await agent.channels.update(channel.id, { assignment: "automatic" });
  },
  "PATCH /v1/agent/workspace": ({ agent }) => agent.workspace.update({ maxConcurrentChats: 1 }),
  "PATCH /v1/agent/contacts/:id": async ({ contact, agent }) =>
    agent.contacts.update((await contact.start()).contact.id, { name: "Renamed" }),
};

/** Change nothing that either side keeps a view of. */
const silent = [
  "POST /v1/sessions",
  "POST /v1/sessions/check",
  "DELETE /v1/sessions",
  "POST /v1/agent/channels/:id/logo",
  "POST /v1/track",
  "POST /v1/proactive",
  "POST /v1/articles/:slug/feedback",
  "POST /v1/conversations/:id/transcript",
  "POST /v1/agent/conversations/:id/transcript",
  "POST /v1/agent/blocks",
  "DELETE /v1/agent/blocks/:id",
  "DELETE /v1/agent/conversations/:id/messages/:messageId/versions",
  "POST /v1/agent/contacts/:id/sessions/revoke",
  "DELETE /v1/agent/api-keys/:id",
];

describe("state before + events heard = state fetched afresh", () => {
  for (const [endpoint, act] of Object.entries(acts)) {
    it(endpoint, async () => {
      const { end, ...people } = await scene();
      await replay(people.contact, people.agent, () => act(people));
      end();
    });
  }

  it("covers every endpoint that changes something", () => {
    const changing = server.app.endpoints
      .filter(({ method }) => method !== "GET")
      .map(({ method, path }) => `${method} ${path}`);
    expect([...Object.keys(acts), ...silent].toSorted()).toEqual(changing.toSorted());
  });

  it("finds a fact that was not told", async () => {
    const { end, contact, agent, conversationId } = await scene();
    const deaf: AgentClient = { ...agent, on: () => () => undefined };
    await expect(replay(contact, deaf, () => agent.conversations.claim(conversationId), 3000)).rejects.toThrow(
      "the team's events",
    );
    end();
  });
});
