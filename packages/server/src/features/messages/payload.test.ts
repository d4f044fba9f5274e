import type { Form, OfferInput, ResponseInput } from "@deskbell/contract";
import type { Deskbell, DeskbellError, Message } from "@deskbell/sdk";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { importShopArticles } from "../../test/articles.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  await importShopArticles(workspace.ctx);
});
afterAll(() => server.close());

interface Scene {
  contact: Deskbell;
  agent: TestAgent;
  bot: ServerClient;
  id: string;
}

async function scene(): Promise<Scene> {
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const bot = createServerClient({ host: server.url, apiKey: await workspace.apiKey() });
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  return { contact, agent, bot, id: conversation.id };
}

const replies: OfferInput = {
  type: "quick_replies",
  options: [
    { value: "a", text: "Return it" },
    { value: "b", text: "Repair it" },
  ],
};
const card = { title: "City", text: null, imageUrl: "https://shop.example/city.webp" };
const cards: OfferInput = {
  type: "cards",
  cards: [
    {
      ...card,
      buttons: [
        { kind: "link", text: "Look", url: "https://shop.example/city" },
        { kind: "reply", text: "Take it", value: "city" },
      ],
    },
  ],
};
const field = { required: true, pattern: null, options: [] };
const form: Form = {
  type: "form",
  title: "Your order",
  fields: [
    { ...field, name: "number", label: "Order number", kind: "text", pattern: "[A-Z]{2}-\\d{4,6}" },
    { ...field, name: "email", label: "E-mail", kind: "email" },
    { ...field, name: "count", label: "How many", kind: "number", required: false },
    { ...field, name: "why", label: "Why", kind: "select", options: ["Broken", "Too small"] },
    { ...field, name: "more", label: "More", kind: "multiline", required: false },
    { ...field, name: "terms", label: "I agree", kind: "consent" },
  ],
  submitText: null,
};
const values = { number: "AB-1234", email: "ada@example.com", why: "Broken", terms: true };

/** Of messages only: jobs go on with other things meanwhile. */
const messageRows = async () =>
  (await tenantRows(server.deps.database.db)).filter((row) => /^message(s|_versions) /.test(row));

async function refused(send: () => Promise<unknown>, fields: string[]): Promise<void> {
  const before = await messageRows();
  const outcome = await send().then(
    () => null,
    (thrown) => thrown as DeskbellError,
  );
  expect({ code: outcome?.code, fields: Object.keys(outcome?.fields ?? {}).sort() }).toEqual({
    code: "invalid_input",
    fields: fields.sort(),
  });
  expect(await messageRows()).toEqual(before);
}

describe("a choice", () => {
  it("is said in the words it was offered in, whoever offered it", async () => {
    const { contact, agent, bot, id } = await scene();
    for (const offer of [
      await agent.messages.send(id, { body: "What now?", payload: replies }),
      await bot.messages.send(id, { body: "What now?", payload: replies }),
    ]) {
      expect(offer.payload).toEqual(replies);
      const payload = { type: "reply", to: offer.id, value: "b" } as const;
      const said = await contact.messages.send(id, { body: "something else", payload });
      expect(said).toMatchObject({ body: "Repair it", payload, author: { kind: "contact" } });
    }
    const offer = await agent.messages.send(id, { body: "Or this?", payload: cards });
    const said = await contact.messages.send(id, {
      body: "x",
      payload: { type: "reply", to: offer.id, value: "city" },
    });
    expect(said.body).toBe("Take it");
  });

  it("must have been offered, in this conversation, and still be", async () => {
    const { contact, agent, id } = await scene();
    const other = await scene();
    const offer = await agent.messages.send(id, { body: "What now?", payload: replies });
    const text = await agent.messages.send(id, { body: "Just words" });
    const foreign = await other.agent.messages.send(other.id, { body: "What now?", payload: replies });
    const choose = (to: string, value: string) => () =>
      contact.messages.send(id, { body: "x", payload: { type: "reply", to, value } });
    await refused(choose(offer.id, "c"), ["payload.value"]);
    await refused(choose(text.id, "a"), ["payload.to"]);
    await refused(choose(foreign.id, "a"), ["payload.to"]);
    await refused(choose(newId(), "a"), ["payload.to"]);
    await agent.messages.delete(id, offer.id);
    await refused(choose(offer.id, "a"), ["payload.to"]);
  });

  it("cannot be reworded afterwards", async () => {
    const { contact, agent, id } = await scene();
    const offer = await agent.messages.send(id, { body: "What now?", payload: replies });
    const said = await contact.messages.send(id, { body: "x", payload: { type: "reply", to: offer.id, value: "a" } });
    await expect(contact.messages.edit(id, said.id, { body: "y" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await contact.messages.delete(id, said.id)).toMatchObject({ body: "", payload: null });
  });
});

describe("a form", () => {
  const asked = async ({ agent, id }: Scene): Promise<Message> =>
    agent.messages.send(id, { body: "Please fill this in", payload: form });
  const respond = (to: string, given: Record<string, string | number | boolean>): ResponseInput => ({
    type: "form_response",
    to,
    values: given,
  });

  it("is answered once, in the form's order, and its repeat is the first answer", async () => {
    const here = await scene();
    const { id: to } = await asked(here);
    const input = { clientId: newId(), body: "x", payload: respond(to, values) };
    const said = await here.contact.messages.send(here.id, input);
    expect(said.payload).toEqual({
      type: "form_response",
      to,
      answers: [
        { name: "number", label: "Order number", value: "AB-1234" },
        { name: "email", label: "E-mail", value: "ada@example.com" },
        { name: "count", label: "How many", value: null },
        { name: "why", label: "Why", value: "Broken" },
        { name: "more", label: "More", value: null },
        { name: "terms", label: "I agree", value: true },
      ],
    });
    expect(said.body).toContain("Order number: AB-1234\n");
    expect(await here.contact.messages.send(here.id, input)).toEqual(said);
    await expect(here.contact.messages.send(here.id, { ...input, clientId: newId() })).rejects.toMatchObject({
      code: "already_answered",
    });
    await here.contact.messages.delete(here.id, said.id);
    expect((await here.contact.messages.send(here.id, { ...input, clientId: newId() })).payload).toEqual(said.payload);
  });

  it("has one answer when ten are sent at once", async () => {
    const here = await scene();
    const { id: to } = await asked(here);
    const send = () => here.contact.messages.send(here.id, { body: "x", payload: respond(to, values) });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, send));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { data } = await here.agent.messages.list(here.id);
    expect(data.filter(({ payload }) => payload?.type === "form_response")).toHaveLength(1);
  });

  it("takes only what its fields take, and says where not", async () => {
    const here = await scene();
    const { id: to } = await asked(here);
    const text = await here.agent.messages.send(here.id, { body: "Just words" });
    const send =
      (given: Record<string, string | number | boolean>, at = to) =>
      () =>
        here.contact.messages.send(here.id, { body: "x", payload: respond(at, given) });
    const at = (...names: string[]) => names.map((name) => `payload.values.${name}`);
    await refused(send({}), at("number", "email", "why", "terms"));
    await refused(send({ ...values, number: "1234" }), at("number"));
    await refused(send({ ...values, number: "AB-1234\nAB-1234" }), at("number"));
    await refused(send({ ...values, email: "ada" }), at("email"));
    await refused(send({ ...values, count: "3" }), at("count"));
    await refused(send({ ...values, why: "Because" }), at("why"));
    await refused(send({ ...values, terms: false }), at("terms"));
    await refused(send({ ...values, terms: "yes" }), at("terms"));
    await refused(send({ ...values, constructor: "x" }), at("constructor"));
    await refused(send({ ...values, more: "x".repeat(2001) }), at("more"));
    await refused(send(values, text.id), ["payload.to"]);
  });

  it("is not the bot's to answer", async () => {
    const contact = workspace.contact();
    const bot = createServerClient({ host: server.url, apiKey: await workspace.apiKey() });
    const { conversation } = await contact.conversations.start({ message: { body: "Hi there!" } });
    await eventually(async () => expect((await contact.messages.list(conversation.id)).data).toHaveLength(2));
    const offer = await bot.messages.send(conversation.id, { body: "Please", payload: form });
    await contact.messages.send(conversation.id, { body: "x", payload: respond(offer.id, values) });
    await contact.messages.send(conversation.id, { body: "How can I return my bicycle?" });
    const data = await eventually(async () => {
      const all = (await contact.messages.list(conversation.id)).data;
      expect(all.at(-1)?.author.kind).toBe("bot");
      return all;
    });
    expect(data.map(({ author }) => author.kind)).toEqual(["contact", "bot", "bot", "contact", "contact", "bot"]);
  });
});

it("a link to an article has the help centre's words, and leads to something published", async () => {
  const { agent, id } = await scene();
  const payload = { type: "articles", slugs: ["return-a-bicycle"] } as const;
  const sent = await agent.messages.send(id, { body: "Read this", payload: { ...payload, slugs: [...payload.slugs] } });
  expect(sent.payload).toMatchObject({
    type: "articles",
    articles: [{ slug: "return-a-bicycle", title: "Return a bicycle" }],
  });
  const missing: OfferInput = { type: "articles", slugs: ["return-a-bicycle", "never-written"] };
  await refused(() => agent.messages.send(id, { body: "Read this", payload: missing }), ["payload.slugs.1"]);
});

describe("offers that are refused", () => {
  const link = (url: string): OfferInput => ({
    type: "cards",
    cards: [{ ...card, buttons: [{ kind: "link", text: "Look", url }] }],
  });
  const image = (imageUrl: string): OfferInput => ({ type: "cards", cards: [{ ...card, imageUrl, buttons: [] }] });
  const patterned = (pattern: string): OfferInput => ({
    ...form,
    fields: [{ ...field, name: "n", label: "N", kind: "text", pattern }],
  });
  const url = "payload.cards.0.buttons.0.url";
  it.each<[string, OfferInput, string]>([
    ["a link that is a script", link("javascript:alert(1)"), url],
    ["a link that hides a script", link("JaVaScRiPt://%0aalert(1)"), url],
    ["a link that is data", link("data:text/html,<script>alert(1)</script>"), url],
    ["a link with a line break in it", link("https://a.example/\njavascript:x"), url],
    ["an image without TLS", image("http://shop.example/a.png"), "payload.cards.0.imageUrl"],
    ["an image that is data", image("data:image/svg+xml,<svg onload=alert(1)>"), "payload.cards.0.imageUrl"],
    ["no options", { type: "quick_replies", options: [] }, "payload.options"],
    ["13 options", { type: "quick_replies", options: many(13) }, "payload.options"],
    ["an option twice", { type: "quick_replies", options: [...many(1), ...many(1)] }, "payload.options"],
    ["11 cards", { type: "cards", cards: Array(11).fill({ ...card, buttons: [] }) }, "payload.cards"],
    ["21 fields", { ...form, fields: many(21).map(({ value }) => named(value)) }, "payload.fields"],
    ["two fields of one name", { ...form, fields: [named("a"), named("a")] }, "payload.fields"],
    ["a field named as a prototype", { ...form, fields: [named("__proto__")] }, "payload.fields.0.name"],
    ["a select of nothing", { ...form, fields: [{ ...named("a"), kind: "select" }] }, "payload.fields.0.options"],
    ["a pattern that takes for ever", patterned("(a+)+b"), "payload.fields.0.pattern"],
    ["a pattern that takes long", patterned("\\d*\\d*\\d*\\d*x"), "payload.fields.0.pattern"],
    ["a pattern that is none", patterned("[z-a]"), "payload.fields.0.pattern"],
  ])("%s", async (_, payload, path) => {
    const { agent, id } = await scene();
    await refused(() => agent.messages.send(id, { body: "x", payload }), [path]);
  });

  it("a contact's, and a response by the team", async () => {
    const { contact, agent, id } = await scene();
    const offer = await agent.messages.send(id, { body: "What now?", payload: replies });
    await expect(contact.messages.send(id, { body: "x", payload: replies as never })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const reply = { type: "reply", to: offer.id, value: "a" };
    await expect(agent.messages.send(id, { body: "x", payload: reply as never })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(agent.notes.create(id, { body: "x", payload: replies } as never)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

const named = (name: string) => ({ ...field, name, label: name, kind: "text" as const });
function many(count: number) {
  return Array.from({ length: count }, (_, n) => ({ value: `v${n}`, text: `${n}` }));
}
