import type { TeamConversation } from "@deskbell/sdk/agent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
let ada: TestAgent;
let grace: TestAgent;
let admin: TestAgent;
let billing: string;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  [ada, grace, admin] = [
    await workspace.agent("agent", "Ada"),
    await workspace.agent("agent", "Grace"),
    await workspace.agent("admin", "Olive"),
  ];
  billing = (await admin.teams.create({ name: "Billing", memberIds: [grace.id] })).id;
});
afterAll(() => server.close());

type Contact = ReturnType<TestWorkspace["contact"]>;
const waits = async (from: TestWorkspace = workspace): Promise<{ contact: Contact; id: string }> => {
  const contact = from.contact();
  const { conversation } = await contact.conversations.start({ message: { body: "Hello?" }, handoff: true });
  return { contact, id: conversation.id };
};
const lines = async (contact: Contact, id: string) =>
  (await contact.messages.list(id, { limit: 200 })).data.flatMap(({ payload, body }) =>
    payload?.type === "activity" ? [body] : [],
  );
const order = ({ data }: { data: TeamConversation[] }) => data.map(({ id }) => id);

describe("a transfer", () => {
  it("to an agent makes them the one who answers, with a note that the contact never sees", async () => {
    const { contact, id } = await waits();
    await ada.conversations.claim(id);
    const moved = await ada.conversations.transfer(id, { agentId: grace.id, note: "SECRET: has paid twice" });
    expect(moved).toMatchObject({ handling: "agent", assignee: { id: grace.id }, queuedAt: null });
    const [note, ...others] = (await grace.notes.list(id)).data;
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      body: "SECRET: has paid twice",
      author: { kind: "agent", id: ada.id },
      afterSeq: moved.lastSeq,
    });
    expect(await lines(contact, id)).toContain("The conversation was transferred to Grace.");
    const seen = JSON.stringify([await contact.messages.list(id), await contact.conversations.get(id)]);
    expect(seen).not.toContain("SECRET");
  });

  it("to a team waits in its queue, and comes back there when it is put back", async () => {
    const { contact, id } = await waits();
    await ada.conversations.claim(id);
    const moved = await ada.conversations.transfer(id, { teamId: billing });
    expect(moved).toMatchObject({ handling: "queue", assignee: null, team: { id: billing, name: "Billing" } });
    expect(await lines(contact, id)).toContain("The conversation was transferred to Billing.");
    expect(order(await grace.conversations.list({ view: "queue", teamId: billing }))).toContain(id);
    expect(order(await grace.conversations.list({ view: "queue", teamId: "none" }))).not.toContain(id);
    expect((await grace.conversations.counts()).teams[billing]).toBe(1);
    await grace.conversations.claim(id);
    expect((await grace.conversations.counts()).teams).toEqual({});
    expect(await grace.conversations.assign(id, { agentId: null })).toMatchObject({ team: { id: billing } });
    expect(await ada.conversations.transfer(id, { teamId: null })).toMatchObject({ handling: "queue", team: null });
  });

  it("does not send who has waited to the end", async () => {
    const own = await createTestWorkspace(server);
    const agent = await own.agent("admin");
    const { id: teamId } = await agent.teams.create({ name: "Second line" });
    const [first, second, third] = [await waits(own), await waits(own), await waits(own)];
    const since = (await agent.conversations.get(first.id)).queuedAt;
    await agent.conversations.transfer(second.id, { teamId });
    await agent.conversations.claim(first.id);
    expect((await agent.conversations.transfer(first.id, { teamId })).queuedAt).toBe(since);
    await agent.conversations.claim(third.id);
    await agent.conversations.assign(third.id, { agentId: null });
    await agent.conversations.transfer(third.id, { teamId });
    const queue = await agent.conversations.list({ view: "queue", teamId });
    expect(order(queue)).toEqual([first.id, second.id, third.id]);
  });

  it("a contact who comes back after the end begins to wait anew", async () => {
    const { contact, id } = await waits();
    const { queuedAt } = await ada.conversations.get(id);
    await ada.conversations.claim(id);
    await ada.conversations.escalate(id, {});
    await ada.conversations.close(id);
    await contact.messages.send(id, { body: "One more thing" });
    const again = (await ada.conversations.get(id)).queuedAt;
    expect(Date.parse(again ?? "")).toBeGreaterThan(Date.parse(queuedAt ?? ""));
  });

  it("takes the ticket along", async () => {
    const { id } = await waits();
    const ticket = await ada.conversations.escalate(id, {});
    await ada.conversations.transfer(id, { agentId: grace.id });
    expect((await ada.tickets.get(ticket.id)).assignee?.id).toBe(grace.id);
    await grace.conversations.transfer(id, { teamId: billing });
    expect((await ada.tickets.get(ticket.id)).assignee).toBeNull();
  });

  it("repeated, also at once, happens once", async () => {
    const { contact, id } = await waits();
    const input = { clientId: newId(), agentId: grace.id, note: "Once" };
    await Promise.all([1, 2, 3, 4].map(() => ada.conversations.transfer(id, input)));
    await grace.conversations.assign(id, { agentId: null });
    expect(await ada.conversations.transfer(id, input)).toMatchObject({ handling: "queue" });
    expect((await ada.notes.list(id)).data).toHaveLength(1);
    expect((await lines(contact, id)).filter((line) => line.includes("transferred"))).toHaveLength(1);
  });
});

describe("is refused, and nothing is changed", () => {
  it.each<[string, (theirs: { agentId: string; teamId: string }) => object, object]>([
    [
      "to nobody's team",
      () => ({ teamId: newId() }),
      { code: "invalid_input", fields: { teamId: expect.any(String) } },
    ],
    ["to nobody", () => ({ agentId: newId() }), { code: "invalid_input", fields: { agentId: expect.any(String) } }],
    ["to another workspace's team", ({ teamId }) => ({ teamId }), { code: "invalid_input" }],
    ["to another workspace's agent", ({ agentId }) => ({ agentId }), { code: "invalid_input" }],
    ["to oneself", () => ({ agentId: ada.id }), { code: "invalid_input", fields: { agentId: expect.any(String) } }],
    ["to both", () => ({ agentId: grace.id, teamId: billing }), { code: "invalid_input" }],
    ["to neither", () => ({ note: "Where to?" }), { code: "invalid_input" }],
    ["with a blank note", () => ({ agentId: grace.id, note: " " }), { code: "invalid_input" }],
    ["to where it is", () => ({ teamId: null }), { code: "already_there", status: 409 }],
  ])("%s", async (_, to, refusal) => {
    const foreign = await createTestWorkspace(server);
    const stranger = await foreign.agent("admin");
    const theirs = { agentId: stranger.id, teamId: (await stranger.teams.create({ name: "Theirs" })).id };
    const { id } = await waits();
    const before = await ada.conversations.get(id);
    await expect(ada.conversations.transfer(id, { note: "Not kept", ...to(theirs) })).rejects.toMatchObject(refusal);
    expect(await ada.conversations.get(id)).toEqual(before);
    expect((await ada.notes.list(id)).data).toEqual([]);
  });

  it("to a viewer, who cannot answer", async () => {
    const { id: agentId } = await workspace.agent("viewer");
    const { id } = await waits();
    await expect(ada.conversations.transfer(id, { agentId })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("to who answers already, and of a closed conversation", async () => {
    const { id } = await waits();
    await ada.conversations.transfer(id, { agentId: grace.id });
    const again = ada.conversations.transfer(id, { agentId: grace.id });
    await expect(again).rejects.toMatchObject({ code: "already_there" });
    await grace.conversations.close(id);
    const late = grace.conversations.transfer(id, { teamId: billing });
    await expect(late).rejects.toMatchObject({ code: "conversation_closed" });
  });

  it("with a clientId that is something else's", async () => {
    const { contact, id } = await waits();
    const clientId = newId();
    await contact.messages.send(id, { clientId, body: "Mine" });
    const noted = newId();
    await ada.notes.create(id, { clientId: noted, body: "A note of before" });
    for (const taken of [clientId, noted]) {
      const reuse = ada.conversations.transfer(id, { clientId: taken, agentId: grace.id, note: "Hm" });
      await expect(reuse).rejects.toMatchObject({ code: "client_id_reused" });
    }
    expect((await ada.conversations.get(id)).handling).toBe("queue");
  });
});

it("of transfers, claims and an end, twenty at once, the outcome is one", async () => {
  const agents = [ada, grace, admin];
  for (let round = 0; round < 4; round++) {
    const { contact, id } = await waits();
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => {
        const agent = agents[n % 3] ?? ada;
        const other = agents[(n + 1) % 3] ?? grace;
        if (n === 13) return contact.conversations.close(id);
        if (n % 4 === 0) return agent.conversations.claim(id);
        if (n % 4 === 1) return agent.conversations.transfer(id, { teamId: billing, note: `Note ${n}` });
        return agent.conversations.transfer(id, { agentId: other.id, note: `Note ${n}` });
      }),
    );
    const { data } = await contact.messages.list(id, { limit: 200 });
    expect(data.map(({ seq }) => seq)).toEqual(data.map((_, index) => index + 1));
    // Each transfer has its line and its note, and what was said last is how it stands.
    const said = await lines(contact, id);
    const moved = said.filter((line) => line.includes("transferred"));
    expect((await ada.notes.list(id, { limit: 100 })).data).toHaveLength(moved.length);
    const last = said.at(-1) ?? "";
    const end = await ada.conversations.get(id);
    const name = /^(\w+) joined|to (Ada|Grace|Olive)/.exec(last)?.slice(1).find(Boolean);
    if (name) expect(end).toMatchObject({ handling: "agent", assignee: { name }, queuedAt: null });
    else if (last.includes("Billing"))
      expect(end).toMatchObject({ handling: "queue", assignee: null, team: { id: billing } });
    else expect([end.handling, last]).toEqual(["closed", "The contact ended the conversation."]);
  }
});
