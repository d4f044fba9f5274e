import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
});
afterAll(() => server.close());

async function scene() {
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const message = { clientId: newId(), body: "Hello" };
  const { conversation } = await contact.conversations.start({ clientId: newId(), message, handoff: true });
  return { contact, agent, id: conversation.id };
}

it("labels and attributes of both sides come together, and the contact hears of neither", async () => {
  const { contact, agent, id } = await scene();
  const mine = await contact.conversations.update(id, {
    addLabels: ["billing"],
    attributes: { order: 7, plan: "pro" },
  });
  await agent.conversations.update(id, { addLabels: ["vip", "billing"], attributes: { plan: null } });
  await contact.conversations.update(id, { removeLabels: ["billing"] });
  expect(await agent.conversations.get(id)).toMatchObject({ labels: ["vip"], attributes: { order: 7 } });
  expect(Object.keys(mine)).not.toContain("labels");
});

it("twenty at once lose nothing", async () => {
  const { contact, agent, id } = await scene();
  const words = Array.from({ length: 20 }, (_, n) => `label ${n}`);
  await Promise.all(words.map((word) => contact.conversations.update(id, { addLabels: [word] })));
  expect((await agent.conversations.get(id)).labels.toSorted()).toEqual(words.toSorted());
  const more = contact.conversations.update(id, { addLabels: ["one too many"] });
  await expect(more).rejects.toMatchObject({ code: "invalid_input" });
});
