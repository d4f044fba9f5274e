import type { Deskbell } from "@deskbell/sdk";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace, type TestAgent } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const names = ["message.created", "conversation.updated"] as const;

function listen(side: Deskbell | TestAgent): string[] {
  const heard: string[] = [];
  for (const name of names) (side as Deskbell).on(name, () => heard.push(name));
  return heard;
}

it("is one telling for each side: what it changes of its conversation follows from it", async () => {
  const workspace = await createTestWorkspace(server);
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  await agent.conversations.claim(conversation.id);
  for (const side of [contact, agent]) side.connect();
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
  await contact.conversationList.load();
  const heard = [listen(contact), listen(agent)];
  await contact.messages.send(conversation.id, { body: "Is anybody there?" });
  await agent.messages.send(conversation.id, { body: "Yes, I am." });
  await eventually(() => expect(heard.map(({ length }) => length)).toEqual([2, 2]));
  const { data } = await contact.conversations.list();
  await eventually(() => expect(contact.conversationList.get().items).toEqual(data));
  // What is told behind it has been heard by then.
  await agent.conversations.update(conversation.id, { addLabels: ["last"] });
  const one = ["message.created", "message.created", "conversation.updated"];
  await eventually(() => expect(heard).toEqual([one, one]));
});
