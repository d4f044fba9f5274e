import type { QueueCounts } from "@deskbell/sdk/agent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
});
afterAll(() => server.close());

const say = (body: string) => ({ clientId: newId(), body });
const begin = (contact: ReturnType<TestWorkspace["contact"]>, options: { handoff?: boolean } = {}) =>
  contact.conversations.start({ clientId: newId(), message: say("Hello?"), ...options });

describe("exactly once", () => {
  it("a repeated message answers with the first, and stands once", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact, { handoff: true });
    const message = say("Only once, please");
    const [first, ...repeats] = await Promise.all(
      [1, 2, 3, 4].map(() => contact.messages.send(conversation.id, message)),
    );
    for (const repeat of repeats) expect(repeat).toEqual(first);
    const { data } = await contact.messages.list(conversation.id);
    expect(data.filter(({ clientId }) => clientId === message.clientId)).toHaveLength(1);
  });

  it("a repeated start gives the same conversation, also when both come at once", async () => {
    const contact = workspace.contact();
    await contact.start();
    const input = { clientId: newId(), message: say("Hello?"), handoff: true };
    const [a, b] = await Promise.all([contact.conversations.start(input), contact.conversations.start(input)]);
    expect(a.conversation.id).toBe(b.conversation.id);
    expect(
      (await contact.messages.list(a.conversation.id)).data.filter(({ author }) => author.kind === "contact"),
    ).toHaveLength(1);
  });

  it("a message sent many times at once stands once, and all senders hear so", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact, { handoff: true });
    const message = say("Once");
    const sent = await Promise.all(Array.from({ length: 10 }, () => contact.messages.send(conversation.id, message)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const { data } = await contact.messages.list(conversation.id, { after: 0, limit: 200 });
    expect(data.filter(({ clientId }) => clientId === message.clientId)).toHaveLength(1);
  });

  it("a clientId of one side is not the other's to reuse", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation, message } = await begin(contact, { handoff: true });
    const reuse = agent.messages.send(conversation.id, { clientId: message.clientId ?? "", body: "Mine now" });
    await expect(reuse).rejects.toMatchObject({ code: "client_id_reused" });
  });
});

describe("one order", () => {
  it("seq rises without gaps when both sides write at once", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation } = await begin(contact, { handoff: true });
    await agent.conversations.claim(conversation.id);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => (n % 2 ? contact : agent).messages.send(conversation.id, say(`${n}`))),
    );
    const { data } = await contact.messages.list(conversation.id, { after: 0, limit: 200 });
    expect(data.map(({ seq }) => seq)).toEqual(data.map((_, index) => index + 1));
    const numbers = data.map(({ createdAt }) => createdAt);
    expect(numbers).toEqual(numbers.toSorted());
  });

  it("pages forwards and backwards meet without overlap", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact, { handoff: true });
    for (let n = 0; n < 8; n++) await contact.messages.send(conversation.id, say(`${n}`));
    const forwards = await contact.messages.list(conversation.id, { after: 0, limit: 4 });
    expect(forwards.data.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(forwards.nextCursor).toBe("4");
    const newest = await contact.messages.list(conversation.id, { limit: 4 });
    expect(newest.data.map(({ seq }) => seq)).toEqual([7, 8, 9, 10]);
    const older = await contact.messages.list(conversation.id, { before: Number(newest.nextCursor), limit: 4 });
    expect(older.data.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  });
});

describe("handling", () => {
  it("asking for a person moves the conversation to the queue, once", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact);
    expect(conversation.handling).toBe("bot");
    expect((await contact.conversations.handoff(conversation.id)).handling).toBe("queue");
    expect((await contact.conversations.handoff(conversation.id)).handling).toBe("queue");
    const { data } = await contact.messages.list(conversation.id);
    expect(
      data.filter(({ payload }) => payload?.type === "activity" && payload.activity.name === "handed_off"),
    ).toHaveLength(1);
  });

  it("of twenty agents who claim at once, one wins", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact, { handoff: true });
    const agents: TestAgent[] = [];
    for (let n = 0; n < 20; n++) agents.push(await workspace.agent("agent", `Agent ${n}`));
    const outcomes = await Promise.allSettled(agents.map((agent) => agent.conversations.claim(conversation.id)));
    const won = outcomes.flatMap((o) => (o.status === "fulfilled" ? [o.value] : []));
    expect(won).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "already_claimed", status: 409 });
    }
    expect((await contact.conversations.get(conversation.id)).assignee).toEqual(won[0]?.assignee);
  });

  it("an agent who answers a waiting conversation has taken it", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation } = await begin(contact, { handoff: true });
    await agent.messages.send(conversation.id, say("I am here"));
    const after = await agent.conversations.get(conversation.id);
    expect(after).toMatchObject({ handling: "agent", assignee: { id: agent.id }, queuedAt: null });
  });

  it("putting it back into the queue frees it for others", async () => {
    const contact = workspace.contact();
    const [first, second] = [await workspace.agent(), await workspace.agent()];
    const { conversation } = await begin(contact, { handoff: true });
    await first.conversations.claim(conversation.id);
    await expect(second.conversations.claim(conversation.id)).rejects.toMatchObject({ code: "already_claimed" });
    await first.conversations.assign(conversation.id, { agentId: null });
    expect((await second.conversations.claim(conversation.id)).assignee?.id).toBe(second.id);
  });

  it("a closed conversation refuses a contact but not an agent", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation } = await begin(contact, { handoff: true });
    await agent.conversations.close(conversation.id);
    await expect(contact.messages.send(conversation.id, say("Wait"))).rejects.toMatchObject({
      code: "conversation_closed",
      status: 409,
    });
    await expect(contact.conversations.handoff(conversation.id)).rejects.toMatchObject({ code: "conversation_closed" });
    await agent.messages.send(conversation.id, say("One more thing"));
    expect((await contact.conversations.get(conversation.id)).handling).toBe("agent");
  });

  it("a contact cannot read a note, by any way in", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation } = await begin(contact, { handoff: true });
    const heard: unknown[] = [];
    contact.on("message.created", (message) => heard.push(message));
    contact.connect();
    const note = await agent.notes.create(conversation.id, say("SECRET between us"));
    expect(note.afterSeq).toBe(2);
    await agent.messages.send(conversation.id, say("Not secret"));
    const seen = JSON.stringify([
      await contact.messages.list(conversation.id),
      await contact.conversations.list(),
      heard,
    ]);
    expect(seen).toContain("Not secret");
    expect(seen).not.toContain("SECRET");
    contact.disconnect();
  });

  it("reading never goes back and never beyond the last message", async () => {
    const contact = workspace.contact();
    const agent = await workspace.agent();
    const { conversation } = await begin(contact, { handoff: true });
    expect((await agent.conversations.read(conversation.id, { seq: 99 })).agentReadSeq).toBe(2);
    expect((await agent.conversations.read(conversation.id, { seq: 1 })).agentReadSeq).toBe(2);
  });

  it("a rating stands on the conversation and can be changed", async () => {
    const contact = workspace.contact();
    const { conversation } = await begin(contact, { handoff: true });
    await contact.conversations.rate(conversation.id, { score: 2 });
    expect((await contact.conversations.rate(conversation.id, { score: 5, comment: "Better" })).rating).toEqual({
      score: 5,
      comment: "Better",
    });
  });
});

describe("lists", () => {
  it("the queue is by waiting time, and pages by cursor without overlap", async () => {
    const own = await createTestWorkspace(server);
    const agent = await own.agent();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push((await begin(own.contact(), { handoff: true })).conversation.id);
    const first = await agent.conversations.list({ view: "queue", limit: 3 });
    const second = await agent.conversations.list({ view: "queue", limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect(await agent.conversations.counts()).toMatchObject({ queue: 5, mine: 0, all: 5, teams: {} });
  });

  it("the counts that the team heard last are right, however many changed at once", async () => {
    const own = await createTestWorkspace(server);
    const [listening, ...agents] = await Promise.all([own.agent(), own.agent(), own.agent(), own.agent()]);
    let heard: Omit<QueueCounts, "mine"> | null = null;
    listening?.on("queue.updated", (counts) => {
      if (!heard || counts.version >= heard.version) heard = counts;
    });
    listening?.connect();
    await eventually(() => expect(listening?.connection.get()).toBe("online"));
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => (await begin(own.contact(), { handoff: true })).conversation.id),
    );
    await eventually(() => expect(heard).toMatchObject({ queue: 12, all: 12 }));
    for (let round = 0; round < 3; round++) {
      await Promise.all(ids.map((id, n) => agents[n % agents.length]?.conversations.claim(id)));
      await eventually(() => expect(heard).toMatchObject({ queue: 0, all: 12 }));
      await Promise.all(ids.map((id) => agents[0]?.conversations.assign(id, { agentId: null })));
      await eventually(() => expect(heard).toMatchObject({ queue: 12, all: 12 }));
    }
    listening?.disconnect();
  }, 30_000);
});
