import { type LocalFormField, wordsIn } from "@deskbell/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { replay } from "../../test/replay.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

const field = (name: string, more: Partial<LocalFormField> = {}): LocalFormField => ({
  name,
  label: { en: `The ${name}`, de: `Das ${name}` },
  kind: "text",
  required: false,
  pattern: null,
  options: [],
  link: null,
  ...more,
});
const order = field("order", { required: true, pattern: "A-\\d{4}" });
const product = field("product", {
  kind: "select",
  options: [
    { value: "desk", label: { en: "A desk", de: "Ein Tisch" } },
    { value: "chair", label: { en: "A chair", de: "Ein Stuhl" } },
  ],
});
const urgent = field("urgent", { kind: "consent" });
const pieces = field("pieces", { kind: "number" });
const words = { subject: "Broken", body: "It is" };

async function site(...fields: LocalFormField[]) {
  const workspace = await createTestWorkspace(server);
  const admin = await workspace.agent("admin");
  const { data: channels } = await admin.channels.list();
  const channelOf = (kind: "website" | "api") => channels.find((each) => each.kind === kind)?.id ?? "";
  const ask = (...asked: LocalFormField[]) => admin.channels.update(channelOf("website"), { ticketFields: asked });
  const askTeam = (...asked: LocalFormField[]) => admin.channels.update(channelOf("api"), { ticketFields: asked });
  await ask(...fields);
  const contact = workspace.contact();
  const file = async (customFields: Record<string, string | number | boolean>) => {
    const { publicId } = await contact.tickets.create({ ...words, customFields });
    const ticket = (await admin.tickets.list({ view: "all" })).data.find((each) => each.publicId === publicId);
    if (!ticket) throw new Error("The ticket is not there");
    return ticket;
  };
  return { workspace, admin, contact, channelOf, ask, askTeam, file };
}

const said = ({ customFields }: { customFields: { name: string; value: unknown }[] }) =>
  Object.fromEntries(customFields.map(({ name, value }) => [name, value]));

describe("a channel's ticket form", () => {
  it("asks each contact in their language, and nothing where no field was made", async () => {
    const { workspace, contact, ask } = await site(order, product);
    const { questions } = await contact.tickets.form({ locale: "de-AT" });
    expect(questions.map(({ label, optionLabels }) => [label, optionLabels])).toEqual([
      ["Das order", []],
      ["Das product", ["Ein Tisch", "Ein Stuhl"]],
    ]);
    expect((await contact.start()).channel.asksInTickets).toBe(true);
    await ask();
    expect(await contact.tickets.form()).toEqual({ questions: [] });
    expect((await workspace.contact().start()).channel.asksInTickets).toBe(false);
    expect((await contact.tickets.create(words)).customFields).toEqual([]);
  });

  it("is its own channel's and workspace's", async () => {
    const [one, other] = [await site(order), await site()];
    expect((await other.contact.tickets.form()).questions).toEqual([]);
    await expect(other.contact.tickets.create({ ...words, customFields: { order: "A-1815" } })).rejects.toMatchObject({
      fields: { "customFields.order": "unknown" },
    });
    const { id } = await one.file({ order: "A-1815" });
    await expect(other.admin.tickets.update(id, { version: 1, customFields: { order: null } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    [{ ...order, pattern: "(a+)+" }, "0.pattern"],
    [{ ...product, options: [] }, "0.options"],
    [{ ...order, name: "1st" }, "0.name"],
    [{ ...order, label: {} }, "0.label"],
    [{ ...urgent, link: "javascript:alert(1)" }, "0.link"],
  ])("is not kept with %j", async (wrong, path) => {
    const { ask } = await site();
    await expect(ask(wrong)).rejects.toMatchObject({
      code: "invalid_input",
      fields: { [`ticketFields.${path}`]: expect.any(String) },
    });
  });

  it("has each name once, and at most twelve", async () => {
    const { ask } = await site();
    await expect(ask(order, order)).rejects.toMatchObject({ fields: { ticketFields: expect.any(String) } });
    const many = Array.from({ length: 13 }, (_, n) => field(`f${n}`));
    await expect(ask(...many)).rejects.toMatchObject({ fields: { ticketFields: expect.any(String) } });
  });
});

describe("answers to it", () => {
  it("stand on the ticket for both sides, trimmed, in the form's order, with their words", async () => {
    const { contact, file } = await site(order, product, urgent, pieces);
    const ticket = await file({ pieces: 2, urgent: true, product: "chair", order: " A-1815 " });
    expect(ticket.customFields.map(({ name, value }) => [name, value])).toEqual([
      ["order", "A-1815"],
      ["product", "chair"],
      ["urgent", true],
      ["pieces", 2],
    ]);
    expect(ticket.customFields[1]).toMatchObject({
      kind: "select",
      label: product.label,
      valueLabel: { en: "A chair", de: "Ein Stuhl" },
    });
    expect((await contact.tickets.get(ticket.publicId)).customFields).toEqual(ticket.customFields);
  });

  it.each([
    ["nothing", {}, { order: "required" }],
    ["blanks", { order: "  ", product: "" }, { order: "required" }],
    [
      "what does not fit",
      { order: "1815", product: "toString", pieces: "two", urgent: "yes" },
      { order: "invalid", product: "invalid", pieces: "invalid", urgent: "invalid" },
    ],
    ["what is not asked", { order: "A-1815", colour: "red" }, { colour: "unknown" }],
    ["what every object has", { order: "A-1815", constructor: "red" }, { constructor: "unknown" }],
    ["what is too long", { order: `A-${"1".repeat(300)}` }, { order: "too_long" }],
  ])("%s: refused field by field, and nothing is stored", async (_, customFields, wrong) => {
    const { contact } = await site(order, product, urgent, pieces);
    await expect(contact.tickets.create({ ...words, customFields })).rejects.toMatchObject({
      code: "invalid_input",
      fields: Object.fromEntries(Object.entries(wrong).map(([name, problem]) => [`customFields.${name}`, problem])),
    });
    expect((await contact.tickets.list()).data).toEqual([]);
    expect((await contact.conversations.list()).data).toEqual([]);
  });

  it("a repeat answers with the first ticket, whatever the form has become", async () => {
    const { contact, ask } = await site(order);
    const input = { ...words, clientId: "t-00000001", customFields: { order: "A-1815" } };
    const ticket = await contact.tickets.create(input);
    await ask(field("another", { required: true }));
    expect(await contact.tickets.create(input)).toEqual(ticket);
  });

  it("another contact does not read them", async () => {
    const { workspace, file } = await site(order);
    const { publicId } = await file({ order: "A-1815" });
    await expect(workspace.contact().tickets.get(publicId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("stay readable when the form becomes another: what was asked is kept with what was said", async () => {
    const { admin, ask, file } = await site(order, product);
    const { id } = await file({ order: "A-1815", product: "desk" });
    await ask(field("order", { label: { en: "Purchase" } }), field("colour"));
    const { customFields, version } = await admin.tickets.get(id);
    expect(customFields.map(({ label, value, valueLabel }) => [label.en, value, valueLabel?.en])).toEqual([
      ["The order", "A-1815", undefined],
      ["The product", "desk", "A desk"],
    ]);
    await expect(admin.tickets.update(id, { version, customFields: { product: "chair" } })).rejects.toMatchObject({
      fields: { "customFields.product": "unknown" },
    });
    const changed = await admin.tickets.update(id, { version, customFields: { order: "none", product: null } });
    expect(changed.customFields.map(({ label, value }) => [wordsIn(label), value])).toEqual([["Purchase", "none"]]);
  });
});

describe("the team", () => {
  it("changes answers one by one, in the form's order; the history says what they were, in words", async () => {
    const { admin, file } = await site(order, product, urgent);
    const before = await file({ order: "A-1815", urgent: true });
    const after = await admin.tickets.update(before.id, {
      version: before.version,
      customFields: { urgent: null, product: "desk" },
    });
    expect(said(after)).toEqual({ order: "A-1815", product: "desk" });
    expect(after.version).toBe(before.version + 1);
    expect((await admin.tickets.timeline(before.id)).data.at(-1)).toMatchObject({
      type: "ticket.updated",
      changes: { "customFields.product": { from: null, to: "A desk" }, "customFields.urgent": { from: "✓", to: null } },
    });
  });

  it("is refused a stale version and what does not fit; the same again leaves no trace", async () => {
    const { admin, file } = await site(order, product);
    const { id, version } = await file({ order: "A-1815" });
    await expect(admin.tickets.update(id, { version, customFields: { order: "1815" } })).rejects.toMatchObject({
      code: "invalid_input",
      fields: { "customFields.order": "invalid" },
    });
    await expect(admin.tickets.update(id, { version, customFields: { nothing: null } })).rejects.toMatchObject({
      fields: { "customFields.nothing": "unknown" },
    });
    expect((await admin.tickets.update(id, { version, customFields: { order: "A-1815" } })).version).toBe(version);
    await admin.tickets.update(id, { version, customFields: { product: "desk" } });
    await expect(admin.tickets.update(id, { version, customFields: { order: "A-1843" } })).rejects.toMatchObject({
      code: "version_conflict",
    });
  });

  it("writes down what it knows, in the API channel's form: nothing is required of it", async () => {
    const { admin, contact, askTeam } = await site(order);
    const { contact: self } = await contact.start();
    const create = (customFields: Record<string, string>) =>
      admin.tickets.create({ ...words, contactId: self.id, customFields });
    await expect(create({ order: "A-1815" })).rejects.toMatchObject({ fields: { "customFields.order": "unknown" } });
    await askTeam(order, product);
    const ticket = await create({ product: "chair", order: "" });
    expect(said(ticket)).toEqual({ product: "chair" });
    const { ticketFields } = (await admin.channels.list()).data.find(({ id }) => id === ticket.channelId) ?? {};
    expect(ticketFields).toEqual([order, product]);
  });

  it("fills in the form of a ticket that was made of a chat", async () => {
    const { admin, contact } = await site(order);
    const { conversation } = await contact.conversations.start({ message: { body: "Hi" }, handoff: true });
    const { id, version, customFields } = await admin.conversations.escalate(conversation.id);
    expect(customFields).toEqual([]);
    expect(said(await admin.tickets.update(id, { version, customFields: { order: "A-1815" } }))).toEqual({
      order: "A-1815",
    });
  });

  it("and the contact hear of a change what they would fetch", async () => {
    const { admin, contact, file } = await site(order, product);
    const { id, version } = await file({ order: "A-1815" });
    contact.connect();
    admin.connect();
    await replay(contact, admin, () => admin.tickets.update(id, { version, customFields: { product: "desk" } }));
    contact.disconnect();
    admin.disconnect();
  });
});
