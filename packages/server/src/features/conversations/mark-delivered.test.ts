import { type Deskbell, deliveryOf } from "@deskbell/sdk";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

async function scene(): Promise<{ contact: Deskbell; agent: TestAgent; id: string; end(): void }> {
  const workspace = await createTestWorkspace(server);
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  const end = () => {
    contact.disconnect();
    agent.disconnect();
  };
  return { contact, agent, id: conversation.id, end };
}

it("a message goes from sent to delivered to read, on both sides and for both sides", async () => {
  const { contact, agent, id, end } = await scene();
  const threads = { contact: contact.thread(id), agent: agent.thread(id) };
  const states = (body: string) =>
    Object.values(threads).map((thread) => {
      const { items, conversation } = thread.get();
      const item = items.find((each) => each.kind === "message" && each.message.body === body);
      return item?.kind === "message" ? deliveryOf(item.message, conversation) : null;
    });
  const become = (body: string, state: string) =>
    eventually(() => expect(states(body), body).toEqual([state, state]), 10_000);
  await become("Hello", "sent");
  agent.connect();
  await eventually(() => expect(agent.connection.get()).toBe("online"));
  await contact.messages.send(id, { body: "Anybody there?" });
  contact.connect();
  await become("Anybody there?", "delivered");
  await become("Hello", "delivered");
  threads.agent.read();
  await become("Anybody there?", "read");

  contact.disconnect();
  await eventually(() => expect(contact.connection.get()).toBe("offline"));
  threads.agent.send("Here I am");
  await eventually(async () => expect((await agent.conversations.get(id)).lastMessage?.body).toBe("Here I am"));
  expect((await agent.conversations.get(id)).contactDeliveredSeq).toBeLessThan(4);
  contact.connect();
  await become("Here I am", "delivered");
  threads.contact.read();
  await become("Here I am", "read");
  for (const thread of Object.values(threads)) thread.close();
  end();
});

it("never goes back, nor beyond what there is, nor is told twice", async () => {
  const { contact, agent, id } = await scene();
  await agent.messages.send(id, { body: "One" });
  const seqOf = async () => (await agent.conversations.get(id)).contactDeliveredSeq;
  await contact.conversations.delivered(id, { seq: 2 });
  expect(await seqOf()).toBe(2);
  const before = await tenantRows(server.deps.database.db);
  await contact.conversations.delivered(id, { seq: 1 });
  await contact.conversations.delivered(id, { seq: 2 });
  expect(await tenantRows(server.deps.database.db)).toEqual(before);
  await contact.conversations.delivered(id, { seq: Number.MAX_SAFE_INTEGER });
  expect(await seqOf()).toBe((await agent.conversations.get(id)).lastSeq);
});

it("many arrivals are one request, and those of several agents at once wait for nobody for ever", async () => {
  const workspace = await createTestWorkspace(server);
  const agent = await workspace.agent();
  const start = () => workspace.contact().conversations.start({ message: { body: "x" } });
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) ids.push((await start()).conversation.id);
  const list = (order: string[]) => ({ conversations: order.map((id) => ({ id, seq: 1 })) });
  await Promise.all([0, 1, 2, 3].map((n) => agent.conversations.delivered(list(n % 2 ? ids : ids.toReversed()))));
  const { data } = await agent.conversations.list({ limit: 100 });
  expect(data.map(({ agentDeliveredSeq }) => agentDeliveredSeq)).toEqual(ids.map(() => 1));
});

it("what is not there is said, and what is among others is left out", async () => {
  const { agent, id } = await scene();
  const gone = { id: newId(), seq: 1 };
  await expect(agent.conversations.delivered({ conversations: [gone] })).rejects.toMatchObject({ code: "not_found" });
  await agent.conversations.delivered({ conversations: [gone, { id, seq: 1 }] });
  expect((await agent.conversations.get(id)).agentDeliveredSeq).toBe(1);
});
