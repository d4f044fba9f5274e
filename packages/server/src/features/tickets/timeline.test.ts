import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
let agent: TestAgent;
beforeAll(async () => {
  server = await startTestServer({ work: false });
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent("agent", "Ada");
});
afterAll(() => server.close());

async function filed() {
  const contact = workspace.contact();
  const { publicId, conversationId } = await contact.tickets.create({ subject: "Broken", body: "It is" });
  const { contact: self } = await contact.start();
  const ticket = (await agent.tickets.list({ view: "all", contactId: self.id })).data[0];
  if (!ticket) throw new Error("The ticket is not there");
  const move = async (change: Omit<Parameters<typeof agent.tickets.update>[1], "version">) => {
    const { version } = await agent.tickets.get(ticket.id);
    return agent.tickets.update(ticket.id, { version, ...change });
  };
  const steps = async () => (await contact.tickets.timeline(publicId)).data;
  return { contact, publicId, conversationId, id: ticket.id, move, steps };
}

it("a contact reads the way of their ticket, the latest step first", async () => {
  const { contact, publicId, id, move, steps } = await filed();
  await agent.tickets.assign(id, { agentId: agent.id });
  await move({ status: "in_progress" });
  await move({ status: "resolved" });
  await contact.tickets.reply(publicId, { body: "Not yet" });
  expect((await steps()).map(({ kind, status, assignee }) => [kind, status, assignee])).toEqual([
    ["reopened", "open", null],
    ["status_changed", "resolved", null],
    ["status_changed", "in_progress", null],
    ["assigned", null, "Ada"],
    ["created", "open", null],
  ]);
});

it("who has the ticket from its first moment stands on its first step", async () => {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({ message: { body: "Hi" }, handoff: true });
  await agent.conversations.claim(conversation.id);
  const { publicId } = await agent.conversations.escalate(conversation.id);
  const { data } = await contact.tickets.timeline(publicId);
  expect(data).toMatchObject([{ kind: "created", status: "open", assignee: "Ada" }]);
});

it("nothing that is the team's own is told: no notes, priority, tags, answers, nor who did it", async () => {
  const { conversationId, id, move, steps } = await filed();
  await agent.notes.create(conversationId, { body: "A difficult one" });
  await move({ priority: "urgent", tags: ["difficult"], subject: "Difficult" });
  await agent.tickets.assign(id, { agentId: agent.id });
  await agent.tickets.assign(id, { agentId: null });
  await move({ status: "on_hold", tags: [] });
  const told = await steps();
  expect(told.map(({ kind }) => kind)).toEqual(["status_changed", "assigned", "created"]);
  for (const step of told) {
    expect(Object.keys(step).sort()).toEqual(["assignee", "createdAt", "id", "kind", "status"]);
  }
  expect(JSON.stringify(told)).not.toMatch(/difficult|urgent|priority|tags/i);
});

it("another contact and another workspace do not find it", async () => {
  const { publicId } = await filed();
  const other = await createTestWorkspace(server);
  for (const stranger of [workspace.contact(), other.contact()])
    await expect(stranger.tickets.timeline(publicId)).rejects.toMatchObject({ code: "not_found" });
});

it("pages to its end, without overlap", async () => {
  const { contact, publicId, move, steps } = await filed();
  for (const status of ["in_progress", "on_hold", "pending_contact"] as const) await move({ status });
  const all = await steps();
  const paged = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await contact.tickets.timeline(publicId, { limit: 1, ...(cursor && { cursor }) });
    paged.push(...page.data);
    cursor = page.nextCursor;
  }
  expect(all).toHaveLength(4);
  expect(paged).toEqual(all);
});
