import type { ProactiveRule } from "@deskbell/contract";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

const rule = (id: string, more: Partial<ProactiveRule> = {}): ProactiveRule => ({
  id,
  name: id,
  enabled: true,
  message: { en: `May I help? (${id})`, de: `Kann ich helfen? (${id})` },
  url: "/pricing*",
  seconds: 10,
  scroll: null,
  attribute: null,
  ...more,
});
const [one, two] = [rule("rule-one"), rule("rule-two", { enabled: false })];

async function site(...rules: ProactiveRule[]) {
  const workspace = await createTestWorkspace(server);
  const admin = await workspace.agent("admin");
  const channel = (await admin.channels.list()).data.find(({ key }) => key === workspace.channelKey);
  if (!channel) throw new Error("The workspace has no channel");
  const set = (proactive: ProactiveRule[]) => admin.channels.update(channel.id, { proactive });
  await set(rules);
  return { workspace, set };
}

it("is shown to a contact once, whoever asks at once, and never when it is off or gone", async () => {
  const { workspace, set } = await site(one, two);
  const contact = workspace.contact();
  await contact.start();
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => contact.contact.showProactive({ ruleId: "rule-one" })),
  );
  expect(asked.filter(({ first }) => first)).toHaveLength(1);
  expect(await contact.contact.showProactive({ ruleId: "rule-two" })).toEqual({ first: false });
  expect(await workspace.contact().contact.showProactive({ ruleId: "rule-one" })).toEqual({ first: true });
  await set([]);
  expect(await workspace.contact().contact.showProactive({ ruleId: "rule-one" })).toEqual({ first: false });
});

it("what a stranger was shown, they have been shown once they are known, on all their devices", async () => {
  const { workspace } = await site(one);
  const { kid, secret } = await createIdentityKey(workspace.ctx, workspace.channelKey);
  const token = () =>
    new SignJWT({ sub: "ada" })
      .setProtectedHeader({ alg: "HS256", kid })
      .setAudience(workspace.channelKey)
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode(secret));
  for (const _ of ["phone", "laptop"]) {
    const stranger = workspace.contact();
    await stranger.contact.showProactive({ ruleId: "rule-one" });
    expect((await stranger.identify({ token: await token() })).previous).toBe("joined");
    expect(await stranger.contact.showProactive({ ruleId: "rule-one" })).toEqual({ first: false });
  }
  const third = workspace.contact();
  await third.identify({ token: await token() });
  expect(await third.contact.showProactive({ ruleId: "rule-one" })).toEqual({ first: false });
});

it("stands first in the conversation that answers it, in the language it was read in, once", async () => {
  const { workspace } = await site(one);
  const contact = workspace.contact();
  const input = {
    clientId: "c-12345678",
    message: { clientId: "m-12345678", body: "Yes, please" },
    proactive: { ruleId: "rule-one", locale: "de-AT" },
  };
  const { conversation, message } = await contact.conversations.start(input);
  await contact.conversations.start(input);
  expect(message.seq).toBe(2);
  const { data } = await contact.messages.list(conversation.id);
  expect(data.map(({ author, body }) => [author.kind, author.name, body])).toEqual([
    ["bot", "Bell", "Kann ich helfen? (rule-one)"],
    ["contact", null, "Yes, please"],
  ]);
  expect(conversation).toMatchObject({ lastSeq: 2, contactReadSeq: 2 });
});

it("one that is gone is passed over: the words count", async () => {
  const { workspace } = await site();
  const contact = workspace.contact();
  const { message } = await contact.conversations.start({
    message: { body: "Yes, please" },
    proactive: { ruleId: "rule-one", locale: "de" },
  });
  expect(message.seq).toBe(1);
});

it.each([
  [{ id: "x" }, "0.id"],
  [{ message: {} }, "0.message"],
  [{ url: "pricing" }, "0.url"],
  [{ url: "javascript:alert(1)" }, "0.url"],
  [{ seconds: -1 }, "0.seconds"],
  [{ scroll: 101 }, "0.scroll"],
  [{ attribute: { name: "", value: "team" } }, "0.attribute.name"],
])("no rule is kept with %j", async (wrong, path) => {
  const { set } = await site();
  const refused = set([{ ...one, ...wrong }]);
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    fields: { [`proactive.${path}`]: expect.any(String) },
  });
});
