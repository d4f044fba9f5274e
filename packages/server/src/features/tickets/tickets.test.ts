import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
let agent: TestAgent;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent("agent", "Ada");
});
afterAll(() => server.close());

const say = (body: string) => ({ clientId: newId(), body });
async function escalated() {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({
    clientId: newId(),
    message: say("My card was charged twice"),
    handoff: true,
  });
  const ticket = await agent.conversations.escalate(conversation.id, { priority: "high" });
  return { contact, conversation, ticket };
}

describe("a ticket around a conversation", () => {
  it("copies nothing: same conversation, now with number, status, priority and history", async () => {
    const { contact, conversation, ticket } = await escalated();
    expect(ticket).toMatchObject({
      subject: "My card was charged twice",
      status: "open",
      priority: "high",
      source: "chat",
      conversationId: conversation.id,
    });
    expect((await contact.conversations.get(conversation.id)).ticket).toMatchObject({
      number: ticket.number,
      publicId: ticket.publicId,
    });
    expect((await contact.tickets.list()).data.map(({ publicId }) => publicId)).toEqual([ticket.publicId]);
    expect((await agent.tickets.timeline(ticket.id)).data.map(({ type }) => type)).toContain("ticket.created");
  });

  it("escalating again answers with the same ticket", async () => {
    const { contact, conversation, ticket } = await escalated();
    expect((await agent.conversations.escalate(conversation.id, {})).id).toBe(ticket.id);
    expect((await contact.conversations.escalate(conversation.id, {})).publicId).toBe(ticket.publicId);
  });

  it("numbers count up without gaps when many are made at once", async () => {
    const own = await createTestWorkspace(server);
    const contact = own.contact();
    await contact.start();
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        contact.tickets.create({ clientId: newId(), subject: `Ticket ${n}`, body: "Please help" }),
      ),
    );
    expect(made.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("resolved, and reopened by the contact's reply", async () => {
    const { contact, conversation, ticket } = await escalated();
    await agent.conversations.claim(conversation.id);
    const claimed = await agent.tickets.get(ticket.id);
    expect(claimed.assignee?.name).toBe("Ada");
    await agent.tickets.update(ticket.id, { version: claimed.version, status: "resolved" });
    expect(await contact.tickets.get(ticket.publicId)).toMatchObject({
      status: "resolved",
      resolvedAt: expect.any(String),
    });
    await contact.tickets.reply(ticket.publicId, say("It happened again"));
    expect(await contact.tickets.get(ticket.publicId)).toMatchObject({ status: "open", resolvedAt: null });
    const said = (await contact.messages.list(conversation.id)).data.map(({ body }) => body);
    expect(said).toContain("It happened again");
  });

  it("refuses a status that cannot follow, naming those that can", async () => {
    const { ticket } = await escalated();
    const refused = agent.tickets.update(ticket.id, { version: ticket.version, status: "closed" });
    await expect(refused).rejects.toMatchObject({
      code: "illegal_transition",
      fields: { status: expect.stringContaining("resolved") },
    });
  });

  it("closed is final: the conversation closes with it and a reply is refused", async () => {
    const { contact, conversation, ticket } = await escalated();
    const resolved = await agent.tickets.update(ticket.id, { version: ticket.version, status: "resolved" });
    const closed = await agent.tickets.update(ticket.id, { version: resolved.version, status: "closed" });
    expect(closed.closedAt).not.toBeNull();
    expect((await contact.conversations.get(conversation.id)).handling).toBe("closed");
    await expect(contact.tickets.reply(ticket.publicId, say("Hm"))).rejects.toMatchObject({
      code: "conversation_closed",
    });
  });

  it("replies and changes at once wait for each other and all succeed", async () => {
    const { contact, conversation, ticket } = await escalated();
    let { version } = ticket;
    for (let round = 0; round < 10; round++) {
      const status = round % 2 ? "in_progress" : "pending_contact";
      const [, changed] = await Promise.all([
        contact.messages.send(conversation.id, say(`Reply ${round}`)),
        agent.tickets.update(ticket.id, { version, status }).catch(() => null),
        agent.tickets.assign(ticket.id, { agentId: round % 2 ? null : agent.id }),
      ]);
      version = (changed ?? (await agent.tickets.get(ticket.id))).version;
    }
    const { data } = await contact.messages.list(conversation.id, { after: 0, limit: 200 });
    expect(data.filter(({ body }) => body.startsWith("Reply"))).toHaveLength(10);
  });

  it("refuses a change made on an old version", async () => {
    const { ticket } = await escalated();
    await agent.tickets.update(ticket.id, { version: ticket.version, priority: "urgent" });
    await expect(agent.tickets.update(ticket.id, { version: ticket.version, priority: "low" })).rejects.toMatchObject({
      code: "version_conflict",
    });
  });

  it("assigning it takes its conversation along", async () => {
    const { conversation, ticket } = await escalated();
    expect((await agent.tickets.assign(ticket.id, { agentId: agent.id })).assignee?.id).toBe(agent.id);
    expect(await agent.conversations.get(conversation.id)).toMatchObject({
      handling: "agent",
      assignee: { id: agent.id },
    });
    const back = await agent.tickets.assign(ticket.id, { agentId: null });
    expect(back.assignee).toBeNull();
    expect((await agent.conversations.get(conversation.id)).handling).toBe("queue");
  });
});

describe("a ticket from a form", () => {
  it("comes with the words and the address, waits in the queue, and is made once", async () => {
    const contact = workspace.contact();
    const input = {
      clientId: newId(),
      subject: "Invoice of May",
      body: "Please send it again",
      name: "Grace",
      email: "grace@example.com",
    };
    const ticket = await contact.tickets.create(input);
    expect(await contact.tickets.create(input)).toEqual(ticket);
    const seen = (await agent.tickets.list({ q: `#${ticket.number}` })).data[0];
    expect(seen).toMatchObject({
      source: "web_form",
      contact: { name: "Grace", email: "grace@example.com" },
      subject: "Invoice of May",
    });
    expect((await agent.conversations.get(ticket.conversationId)).handling).toBe("queue");
  });

  it("an agent files one on behalf of a contact, after a call", async () => {
    const contact = workspace.contact();
    const { contact: known } = await contact.start();
    const ticket = await agent.tickets.create({
      clientId: newId(),
      contactId: known.id,
      subject: "Called",
      body: "Wants a call back",
      source: "phone",
    });
    expect(ticket).toMatchObject({ source: "phone", contact: { id: known.id } });
    expect((await contact.tickets.list()).data).toHaveLength(1);
  });
});

it("finds by words of the subject, by number and by view", async () => {
  const own = await createTestWorkspace(server);
  const [me, contact] = [await own.agent(), own.contact()];
  const first = await contact.tickets.create({ clientId: newId(), subject: "100% of my orders are lost", body: "All" });
  await contact.tickets.create({ clientId: newId(), subject: "Another thing", body: "Hm" });
  expect((await me.tickets.list({ q: "orders 100%" })).data.map(({ publicId }) => publicId)).toEqual([first.publicId]);
  expect((await me.tickets.list({ q: "%" })).data).toHaveLength(1);
  expect((await me.tickets.list({ view: "unassigned" })).data).toHaveLength(2);
  expect((await me.tickets.list({ view: "mine" })).data).toHaveLength(0);
});

describe("the form's trap", () => {
  it("filled, it is refused by name and stores nothing; the same words without it make the ticket", async () => {
    const contact = workspace.contact();
    const form = { clientId: newId(), subject: "Buy now", body: "Cheap", email: "bot@example.com" };
    await expect(contact.tickets.create({ ...form, homepage: "https://spam.example" })).rejects.toMatchObject({
      code: "looks_automated",
      status: 422,
    });
    expect((await contact.tickets.list()).data).toEqual([]);
    expect((await contact.conversations.list()).data).toEqual([]);
    expect((await contact.start()).contact.email).toBeNull();
    expect(await contact.tickets.create({ ...form, homepage: "" })).toMatchObject({ subject: "Buy now" });
  });
});
