import type { PreChatField } from "@deskbell/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

const field = (name: string, more: Partial<PreChatField> = {}): PreChatField => ({
  name,
  label: { en: `The ${name}`, de: `Das ${name}` },
  kind: "text",
  required: false,
  pattern: null,
  options: [],
  keepIn: "conversation",
  link: null,
  ...more,
});
const email = field("mail", { kind: "email", required: true, keepIn: "email" });
const topic = field("topic", {
  kind: "select",
  required: true,
  options: [
    { value: "sales", label: { en: "Buying", de: "Kauf" } },
    { value: "help", label: { en: "Help", de: "Hilfe" } },
  ],
});
const order = field("order", { pattern: "A-\\d{4}" });
const plan = field("plan", { keepIn: "contact" });
const consent = field("privacy", { kind: "consent", required: true, link: "https://example.com/privacy" });

async function site(...fields: PreChatField[]) {
  const workspace = await createTestWorkspace(server);
  const admin = await workspace.agent("admin");
  const [channel] = (await admin.channels.list()).data.filter(({ key }) => key === workspace.channelKey);
  if (!channel) throw new Error("The workspace has no channel");
  const ask = (...asked: PreChatField[]) =>
    admin.channels.update(channel.id, { preChat: asked.length > 0 ? { intro: { en: "Hello" }, fields: asked } : null });
  await ask(...fields);
  return { workspace, admin, channel, ask };
}

it("a channel says that it asks, and asks each contact in their language", async () => {
  const { workspace, ask } = await site(email, topic, consent);
  const contact = workspace.contact();
  expect((await contact.start()).channel.asksFirst).toBe(true);
  const { intro, questions } = await contact.conversations.preChat({ locale: "de-AT" });
  expect(intro).toBe("Hello");
  expect(questions.map(({ name, label, optionLabels }) => [name, label, optionLabels])).toEqual([
    ["mail", "Das mail", []],
    ["topic", "Das topic", ["Kauf", "Hilfe"]],
    ["privacy", "Das privacy", []],
  ]);
  expect(questions[1]).not.toHaveProperty("keepIn");
  await ask();
  expect((await workspace.contact().start()).channel.asksFirst).toBe(false);
  expect(await contact.conversations.preChat()).toEqual({ intro: null, questions: [] });
});

it("answers become the contact's and the conversation's, trimmed; what is known is not asked again", async () => {
  const { workspace, admin } = await site(email, topic, order, plan, consent);
  const contact = workspace.contact();
  const answers = { mail: " ada@example.com ", topic: "help", order: "A-1815", plan: "team", privacy: true };
  const { conversation } = await contact.conversations.start({ message: { body: "Hi" }, answers });
  const seen = await admin.conversations.get(conversation.id);
  expect(seen.attributes).toEqual({ topic: "help", order: "A-1815", privacy: true });
  expect(seen.contact).toMatchObject({ email: "ada@example.com", attributes: { plan: "team" } });
  const again = await contact.conversations.preChat();
  expect(again.questions.map(({ name }) => name)).toEqual(["topic", "order", "privacy"]);
});

it("what a page has said of its visitor is not asked", async () => {
  const { workspace } = await site(email, plan);
  const contact = workspace.contact();
  await contact.contact.update({ email: "ada@example.com", attributes: { plan: "team" } });
  expect((await contact.conversations.preChat()).questions).toEqual([]);
  await contact.conversations.start({ message: { body: "Hi" } });
});

it.each([
  ["nothing", undefined, { mail: "required", topic: "required", privacy: "required" }],
  ["blanks", { mail: "  ", topic: "", privacy: false }, { mail: "required", topic: "required", privacy: "required" }],
  [
    "what does not fit",
    { mail: "ada", topic: "toString", order: "1815", privacy: true },
    { mail: "invalid", topic: "invalid", order: "invalid" },
  ],
  ["what is too long", { mail: `${"a".repeat(250)}@example.com`, topic: "help", privacy: true }, { mail: "too_long" }],
])("%s is refused field by field, and nothing begins", async (_, answers, wrong) => {
  const { workspace } = await site(email, topic, order, consent);
  const contact = workspace.contact();
  const input = { message: { body: "Hi" }, ...(answers && { answers }) };
  await expect(contact.conversations.start(input)).rejects.toMatchObject({
    code: "answers_needed",
    fields: Object.fromEntries(Object.entries(wrong).map(([name, problem]) => [`answers.${name}`, problem])),
  });
  expect((await contact.conversations.list()).data).toEqual([]);
});

it("a field may be called like anything that every object has", async () => {
  const { workspace } = await site(field("constructor", { required: true }));
  const contact = workspace.contact();
  const refused = contact.conversations.start({ message: { body: "Hi" }, answers: {} });
  await expect(refused).rejects.toMatchObject({ fields: { "answers.constructor": "required" } });
});

it("words that came without answers are kept, and go out with them, once", async () => {
  const { workspace } = await site(email);
  const contact = workspace.contact();
  const thread = contact.thread(null);
  thread.send("One");
  await eventually(() => expect(thread.get().items[0]).toMatchObject({ state: "failed" }));
  thread.send("Two");
  await eventually(() => expect(thread.get().items).toMatchObject([{ state: "failed" }, { state: "failed" }]));
  thread.answer({ mail: "ada@example.com" });
  await eventually(() => expect(thread.get().items.map(({ kind }) => kind)).toEqual(["message", "message"]));
  const { data } = await contact.messages.list(thread.get().conversationId ?? "");
  expect(data.map(({ body }) => body)).toEqual(["One", "Two"]);
  thread.close();
});

it("answers given first go with the first message; a repeat asks for none", async () => {
  const { workspace, ask } = await site(topic);
  const contact = workspace.contact();
  const thread = contact.thread(null);
  thread.answer({ topic: "sales" });
  thread.send("Hi");
  await eventually(() => expect(thread.get().conversationId).not.toBeNull());
  const [conversation] = (await contact.conversations.list()).data;
  await ask(topic, email);
  const { clientId = "", id } = conversation ?? {};
  const repeated = await contact.conversations.start({ clientId, message: { body: "More" } });
  expect(repeated.conversation.id).toBe(id);
  thread.close();
});

it.each([
  [{ ...email, keepIn: "name" as const }, "fields.0.keepIn"],
  [{ ...order, pattern: "(a+)+" }, "fields.0.pattern"],
  [{ ...topic, options: [] }, "fields.0.options"],
  [{ ...order, label: { en: " " } }, "fields.0.label"],
  [{ ...order, name: "1st" }, "fields.0.name"],
  [{ ...order, link: "https://example.com" }, "fields.0.link"],
  [{ ...consent, link: "javascript:alert(1)" }, "fields.0.link"],
])("no form is kept with %j", async (wrong, path) => {
  const { ask } = await site();
  await expect(ask(wrong)).rejects.toMatchObject({
    code: "invalid_input",
    fields: { [`preChat.${path}`]: expect.any(String) },
  });
});
