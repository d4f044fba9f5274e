import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { transact } from "../../transact.ts";
import { agents } from "../agents/tables.ts";
import { giveChats } from "./give-chats.ts";
import { returnChats } from "./return-chats.ts";
import { conversations } from "./tables.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ presence: { leaveMs: 50 } });
});
afterAll(() => server.close());

const say = (body: string) => ({ clientId: newId(), body });

/** A workspace whose website gives its chats by itself, and its owner, who is not there for chats. */
async function automatic(on = server): Promise<{ workspace: TestWorkspace; owner: TestAgent }> {
  const workspace = await createTestWorkspace(on);
  const owner = await workspace.agent("owner");
  for (const { id } of (await owner.channels.list()).data) await owner.channels.update(id, { assignment: "automatic" });
  return { workspace, owner };
}

async function connect(agent: TestAgent): Promise<TestAgent> {
  agent.connect();
  onTestFinished(() => agent.disconnect());
  await eventually(() => expect(agent.connection.get()).toBe("online"));
  await server.app.presence.settled();
  return agent;
}

async function ask(workspace: TestWorkspace) {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({
    clientId: newId(),
    message: say("Hello?"),
    handoff: true,
  });
  return { contact, id: conversation.id };
}

const activities = async ({ contact, id }: Awaited<ReturnType<typeof ask>>) =>
  (await contact.messages.list(id, { limit: 100 })).data.flatMap(({ payload }) =>
    payload?.type === "activity" ? [payload.activity] : [],
  );
const assigneeOf = async (owner: TestAgent, id: string) => (await owner.conversations.get(id)).assignee?.id ?? null;

describe("what waits is given", () => {
  it("at once to who is there, never more than they have room for, and on as room comes free", async () => {
    const { workspace, owner } = await automatic();
    await owner.workspace.update({ maxConcurrentChats: 2 });
    const agent = await connect(await workspace.agent("agent", "Ada"));
    const chats = [await ask(workspace), await ask(workspace), await ask(workspace), await ask(workspace)];
    const given = () => Promise.all(chats.map(({ id }) => assigneeOf(owner, id)));
    await eventually(async () => expect(await given()).toEqual([agent.id, agent.id, null, null]));
    expect(chats[0] && (await activities(chats[0]))).toEqual([
      { name: "handed_off" },
      { name: "assigned", agentName: "Ada" },
    ]);
    expect((await owner.agents.list()).data.find(({ id }) => id === agent.id)).toMatchObject({
      openChats: 2,
      maxConcurrentChats: 2,
    });
    await agent.conversations.close(chats[0]?.id ?? "");
    await eventually(async () => expect(await given()).toEqual([agent.id, agent.id, agent.id, null]));
    await owner.agents.update(agent.id, { maxConcurrentChats: 3 });
    await eventually(async () => expect(await given()).toEqual([agent.id, agent.id, agent.id, agent.id]));
  });

  it("to nobody who is away, or not connected, or only looks; and when somebody returns the queue drains", async () => {
    const { workspace, owner } = await automatic();
    const [away] = [
      await connect(await workspace.agent()),
      await workspace.agent(),
      await connect(await workspace.agent("viewer")),
    ];
    if (!away) throw new Error("Nobody");
    await away.agents.update(away.id, { status: "away" });
    const chats = [await ask(workspace), await ask(workspace)];
    await giveChats(workspace.ctx);
    for (const { id } of chats) expect(await assigneeOf(owner, id)).toBeNull();
    await away.agents.update(away.id, { status: "online" });
    await eventually(async () => {
      for (const { id } of chats) expect(await assigneeOf(owner, id)).toBe(away.id);
    });
  });

  it("past those who wait for a team of which nobody is there; and to its members only", async () => {
    const { workspace, owner } = await automatic();
    const [member, other] = [await workspace.agent(), await connect(await workspace.agent())];
    const team = await owner.teams.create({ name: "Billing", memberIds: [member.id] });
    const first = await ask(workspace);
    await eventually(async () => expect(await assigneeOf(owner, first.id)).toBe(other.id));
    await owner.conversations.transfer(first.id, { teamId: team.id });
    const second = await ask(workspace);
    await eventually(async () => expect(await assigneeOf(owner, second.id)).toBe(other.id));
    expect(await assigneeOf(owner, first.id)).toBeNull();
    await connect(member);
    await eventually(async () => expect(await assigneeOf(owner, first.id)).toBe(member.id));
  });

  it("by hand only, where the channel says so", async () => {
    const workspace = await createTestWorkspace(server);
    await connect(await workspace.agent());
    const { id } = await ask(workspace);
    await giveChats(workspace.ctx);
    expect(await assigneeOf(await workspace.agent(), id)).toBeNull();
  });

  it("beyond their room agents may take by hand, and be given by a colleague", async () => {
    const { workspace, owner } = await automatic();
    await owner.workspace.update({ maxConcurrentChats: 0 });
    const agent = await connect(await workspace.agent());
    const [taken, given] = [await ask(workspace), await ask(workspace)];
    await agent.conversations.claim(taken.id);
    await owner.conversations.assign(given.id, { agentId: agent.id });
    const { data } = await owner.agents.list();
    expect(data.find(({ id }) => id === agent.id)).toMatchObject({ openChats: 2, maxConcurrentChats: 0 });
  });

  it("among 20 agents, by several nodes at once: each once, evenly, nobody beyond their room", async () => {
    const { workspace, owner } = await automatic();
    await owner.workspace.update({ maxConcurrentChats: 2 });
    for (let n = 0; n < 20; n++) await connect(await workspace.agent("agent", `Agent ${n}`));
    const chats: Awaited<ReturnType<typeof ask>>[] = [];
    for (let n = 0; n < 5; n++) chats.push(...(await Promise.all(Array.from({ length: 10 }, () => ask(workspace)))));
    await Promise.all(Array.from({ length: 6 }, () => giveChats(workspace.ctx)));
    await eventually(async () => expect((await owner.conversations.counts()).queue).toBe(10));
    for (const { openChats } of (await owner.agents.list()).data.filter(({ id }) => id !== owner.id))
      expect(openChats).toBe(2);
    for (const chat of chats)
      expect((await activities(chat)).filter(({ name }) => name === "assigned").length).toBeLessThan(2);
  }, 60_000);
});

describe("an agent who is gone", () => {
  it("gives back, after the grace time, the chats that wait for an answer, and keeps the answered ones", async () => {
    const workspace = await createTestWorkspace(server);
    const owner = await workspace.agent("owner");
    await owner.workspace.update({ returnAfterSeconds: 1 });
    const agent = await connect(await workspace.agent("agent", "Ada"));
    const [waiting, answered] = [await ask(workspace), await ask(workspace)];
    const { queuedAt } = await owner.conversations.get(waiting.id);
    for (const { id } of [waiting, answered]) await agent.conversations.claim(id);
    await agent.messages.send(answered.id, say("Here you are"));
    await agent.agents.update(agent.id, { status: "away" });
    await eventually(async () => expect((await owner.conversations.get(waiting.id)).handling).toBe("queue"), 20_000);
    expect((await activities(waiting)).at(-1)).toEqual({ name: "returned", agentName: "Ada" });
    expect(await assigneeOf(owner, answered.id)).toBe(agent.id);
    // Nobody loses their place.
    expect((await owner.conversations.get(waiting.id)).queuedAt).toBe(queuedAt);

    // What the contact asks of somebody who is gone does not wait for them for ever.
    await answered.contact.messages.send(answered.id, say("And this?"));
    await eventually(async () => expect((await owner.conversations.get(answered.id)).handling).toBe("queue"), 20_000);
  }, 60_000);

  it("because their connection ended, too; and what was given back is given on", async () => {
    const { workspace, owner } = await automatic();
    await owner.workspace.update({ returnAfterSeconds: 1 });
    const vanishing = await connect(await workspace.agent());
    const { id } = await ask(workspace);
    await eventually(async () => expect(await assigneeOf(owner, id)).toBe(vanishing.id));
    const staying = await connect(await workspace.agent());
    vanishing.disconnect();
    await eventually(async () => expect(await assigneeOf(owner, id)).toBe(staying.id), 20_000);
  }, 60_000);

  it("and is back in time keeps everything, also when they go again", async () => {
    const workspace = await createTestWorkspace(server);
    const owner = await workspace.agent("owner");
    const agent = await connect(await workspace.agent());
    const { id } = await ask(workspace);
    await agent.conversations.claim(id);
    const goneSince = async () => {
      await agent.agents.update(agent.id, { status: "away" });
      const [row] = await transact(workspace.ctx, ({ db }) => db.select().from(agents).where(eq(agents.id, agent.id)));
      return row?.unavailableSince ?? new Date(0);
    };
    const first = await goneSince();
    await agent.agents.update(agent.id, { status: "online" });
    await returnChats(workspace.ctx, agent.id, first);
    expect(await assigneeOf(owner, id)).toBe(agent.id);
    const second = await goneSince();
    await returnChats(workspace.ctx, agent.id, first);
    expect(await assigneeOf(owner, id)).toBe(agent.id);
    await returnChats(workspace.ctx, agent.id, second);
    expect(await assigneeOf(owner, id)).toBeNull();
    // A job may run twice.
    await returnChats(workspace.ctx, agent.id, second);
    const { db } = server.deps.database;
    const [row] = await db.select().from(conversations).where(eq(conversations.id, id));
    expect(row?.handling).toBe("queue");
  });
});
