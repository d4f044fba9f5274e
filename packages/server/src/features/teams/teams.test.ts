import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
let admin: TestAgent;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  admin = await workspace.agent("admin", "Olive");
});
afterAll(() => server.close());

const waits = async (): Promise<string> => {
  const started = await workspace.contact().conversations.start({ message: { body: "Hello?" }, handoff: true });
  return started.conversation.id;
};

describe("a team", () => {
  it("has members of its workspace, once each, by name", async () => {
    const [zoe, ada] = [await workspace.agent("agent", "Zoe"), await workspace.agent("agent", "Ada")];
    const team = await admin.teams.create({ name: "Members", memberIds: [zoe.id, ada.id, zoe.id] });
    expect(team.members.map(({ name }) => name)).toEqual(["Ada", "Zoe"]);
    expect((await admin.teams.update(team.id, { memberIds: [zoe.id] })).members).toHaveLength(1);
    const renamed = await admin.teams.update(team.id, { name: "Fewer" });
    expect(renamed).toMatchObject({ name: "Fewer", members: [{ id: zoe.id }] });
    expect((await zoe.teams.list()).data).toContainEqual(renamed);
    expect((await admin.teams.update(team.id, { memberIds: [] })).members).toEqual([]);
  });

  it("takes nobody of another workspace", async () => {
    const foreign = await createTestWorkspace(server);
    const { id } = await foreign.agent();
    const refusal = { code: "invalid_input", fields: { memberIds: expect.any(String) } };
    await expect(admin.teams.create({ name: "Mixed", memberIds: [id] })).rejects.toMatchObject(refusal);
    const team = await admin.teams.create({ name: "Pure" });
    await expect(admin.teams.update(team.id, { memberIds: [id] })).rejects.toMatchObject(refusal);
    const { data } = await admin.teams.list();
    expect(data.map(({ name }) => name)).not.toContain("Mixed");
    expect(data.find(({ name }) => name === "Pure")?.members).toEqual([]);
  });

  it("has a name of its own, whatever its case, also when two take it at once", async () => {
    await admin.teams.create({ name: "Billing" });
    await expect(admin.teams.create({ name: "BILLING" })).rejects.toMatchObject({ code: "name_taken", status: 409 });
    const others = await Promise.all(["One", "Two", "Three"].map((name) => admin.teams.create({ name })));
    const outcomes = await Promise.allSettled(others.map(({ id }) => admin.teams.update(id, { name: "Same" })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "name_taken" });
  });

  it("is made once, however often it is asked for", async () => {
    const input = { clientId: newId(), name: "Repeated" };
    const made = await Promise.all([1, 2, 3].map(() => admin.teams.create(input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe("a deleted team", () => {
  it("gives who waited back to everybody, at their place, and lets agents go on", async () => {
    const { id: teamId } = await admin.teams.create({ name: "Short-lived", memberIds: [admin.id] });
    const [waiting, answered, closed] = [await waits(), await waits(), await waits()];
    const { queuedAt } = await admin.conversations.get(waiting);
    for (const id of [waiting, answered, closed]) await admin.conversations.transfer(id, { teamId });
    await admin.conversations.claim(answered);
    await admin.conversations.close(closed);
    await admin.teams.delete(teamId);
    expect(await admin.conversations.get(waiting)).toMatchObject({ handling: "queue", team: null, queuedAt });
    expect(await admin.conversations.get(answered)).toMatchObject({ handling: "agent", team: null });
    expect(await admin.conversations.get(closed)).toMatchObject({ handling: "closed", team: null });
    expect((await admin.conversations.counts()).teams).toEqual({});
    await expect(admin.teams.delete(teamId)).rejects.toMatchObject({ code: "not_found" });
    await admin.conversations.claim(waiting);
  });

  it("loses nobody who is transferred to it at the same time", async () => {
    for (let round = 0; round < 3; round++) {
      const { id: teamId } = await admin.teams.create({ name: `Race ${round}` });
      const ids = await Promise.all(Array.from({ length: 6 }, waits));
      const [deleted, ...moved] = await Promise.allSettled([
        admin.teams.delete(teamId),
        ...ids.map((id) => admin.conversations.transfer(id, { teamId })),
      ]);
      expect(deleted.status).toBe("fulfilled");
      for (const outcome of moved)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "invalid_input" });
      for (const id of ids) expect(await admin.conversations.get(id)).toMatchObject({ handling: "queue", team: null });
    }
  });
});

it("who is no admin sees the teams and cannot change them", async () => {
  const { id } = await admin.teams.create({ name: "Guarded" });
  const agent = await workspace.agent("supervisor");
  expect((await agent.teams.list()).data.map(({ id }) => id)).toContain(id);
  const forbidden = { code: "forbidden" };
  await expect(agent.teams.create({ name: "Mine" })).rejects.toMatchObject(forbidden);
  await expect(agent.teams.update(id, { name: "Mine" })).rejects.toMatchObject(forbidden);
  await expect(agent.teams.delete(id)).rejects.toMatchObject(forbidden);
});
