import { createDeskbell, createMemoryStore, type Deskbell, type DeskbellOptions } from "@deskbell/sdk";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";
import { updateChannel } from "../channels/update-channel.ts";

let server: TestServer;
let site: TestWorkspace;
let key: { kid: string; secret: string };
let offsetMs = 0;
const open: Deskbell[] = [];
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offsetMs), work: false });
});
beforeEach(async () => {
  offsetMs = 0;
  site = await createTestWorkspace(server);
  key = await createIdentityKey(site.ctx, site.channelKey);
});
afterEach(() => {
  for (const client of open.splice(0)) client.disconnect();
});
afterAll(() => server.close());

/** A page of the website: pages of one browser share their storage. */
function visit(options: Partial<DeskbellOptions> = {}): Deskbell {
  const client = site.contact(options);
  open.push(client);
  return client;
}
function sign(sub = "ada", expiresIn = 600): Promise<string> {
  const exp = Math.floor((Date.now() + offsetMs) / 1000) + expiresIn;
  return new SignJWT({ sub })
    .setProtectedHeader({ alg: "HS256", kid: key.kid })
    .setAudience(site.channelKey)
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(key.secret));
}
const bodiesOf = async (client: Deskbell): Promise<string[]> => {
  const { data } = await client.conversations.list();
  const pages = await Promise.all(data.map(({ id }) => client.messages.list(id, { after: 0 })));
  return pages.flatMap((page) => page.data.filter(({ author }) => author.kind === "contact").map(({ body }) => body));
};
const online = (client: Deskbell) => eventually(() => expect(client.connection.get()).toBe("online"));

it("getToken is asked at the start, and once more when the server finds its token expired", async () => {
  const lives = [-5, 600];
  const me = visit({ getToken: () => sign("ada", lives.shift() ?? 600) });
  const { contact } = await me.start();
  expect(lives).toEqual([]);
  expect((await visit({ identity: { token: await sign() } }).start()).contact.id).toBe(contact.id);
});

it("getToken is asked again before its token expires", async () => {
  let asked = 0;
  const me = visit({ getToken: () => sign("ada", ++asked === 1 ? 61 : 600) });
  await me.start();
  expect(asked).toBe(1);
  await eventually(() => expect(asked).toBe(2));
});

it("getToken is asked again when the session has been revoked, and the same person goes on", async () => {
  let asked = 0;
  const me = visit({
    getToken: () => {
      asked++;
      return sign();
    },
  });
  const { contact } = await me.start();
  await (await site.agent()).contacts.revokeSessions(contact.id);
  await me.conversations.list();
  expect([asked, me.session?.contact.id]).toEqual([2, contact.id]);
});

it("a getToken that fails is no reason to go on as nobody", async () => {
  const me = visit({ getToken: () => Promise.reject(new Error("The website is down")) });
  await expect(me.start()).rejects.toMatchObject({ code: "identity_required", temporary: true });
  expect(me.session).toBeNull();
});

it("what was written before identifying stays in its conversation, what is unsent goes there too", async () => {
  const me = visit();
  me.connect();
  await online(me);
  const { conversation } = await me.conversations.start({ message: { body: "as nobody" } });
  const thread = me.thread(conversation.id);
  await eventually(() => expect(thread.get().status).toBe("ready"));
  const identified = me.identify({ token: await sign() });
  for (const word of ["one", "two", "three"]) thread.send(word);
  expect((await identified).previous).toBe("joined");
  thread.send("as Ada");
  await eventually(async () => expect(await bodiesOf(me)).toEqual(["as nobody", "one", "two", "three", "as Ada"]));
  await online(me);
  const agent = await site.agent();
  await agent.messages.send(conversation.id, { body: "Hello Ada" });
  await eventually(() => expect(JSON.stringify(thread.get().items)).toContain("Hello Ada"));
  thread.close();
});

it("another person in the same browser sends nothing of the one before, and sees nothing", async () => {
  let cut = false;
  const storage = createMemoryStore();
  const me = visit({
    identity: { token: await sign() },
    storage,
    fetch: (input, init) =>
      cut && `${input}`.endsWith("/messages") ? Promise.reject(new TypeError("cut")) : fetch(input, init),
  });
  const { conversation } = await me.conversations.start({ message: { body: "Ada's" } });
  await me.conversationList.load();
  const thread = me.thread(conversation.id);
  await eventually(() => expect(thread.get().items).toHaveLength(1));
  cut = true;
  thread.send("unsent");
  await eventually(() => expect(thread.get().items.at(-1)).toMatchObject({ kind: "pending", state: "waiting" }));
  expect((await me.identify({ token: await sign("eve") })).previous).toBe("left");
  cut = false;
  expect(storage.get(`deskbell:${site.channelKey}:outbox`)).not.toContain('"unsent"');
  await eventually(() => expect(me.conversationList.get()).toMatchObject({ status: "ready", items: [] }));
  await expect(me.messages.list(conversation.id)).rejects.toMatchObject({ code: "not_found" });
});

it("logout leaves nothing behind: no token, no words, no proof", async () => {
  const kept = new Map<string, string>();
  const storage = {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
  };
  let asked = 0;
  const me = visit({
    storage,
    getToken: () => {
      asked++;
      return sign();
    },
  });
  const { contact, token } = await me.start();
  me.connect();
  await online(me);
  await me.logout();
  expect([...kept.values()].join()).not.toContain(token);
  expect([...kept.values()].join()).not.toContain(contact.id);
  expect((await me.start()).contact.id).not.toBe(contact.id);
  expect(asked).toBe(1);
  await me.identify();
  expect([asked, me.session?.contact.id]).toEqual([2, contact.id]);
});

it("where identity is required, a client without one rests and goes on once it has one", async () => {
  await updateChannel(site.ctx, { key: site.channelKey }, { identityMode: "required" });
  const me = visit();
  const errors: string[] = [];
  me.on("error", ({ code }) => errors.push(code));
  me.connect();
  await eventually(() => expect(errors).toEqual(["identity_required"]));
  expect(me.connection.get()).toBe("offline");
  await me.identify({ token: await sign() });
  await online(me);
});

it("two tabs do not log each other out, however long they are open", async () => {
  const storage = createMemoryStore();
  const [one, two] = [visit({ storage }), visit({ storage })];
  await one.start();
  await two.start();
  expect(one.session?.contact.id).toBe(two.session?.contact.id);
  offsetMs += 120_000;
  await Promise.all([one.conversations.list(), two.conversations.list()]);
  await one.conversations.start({ message: { body: "One" } });
  expect(await bodiesOf(two)).toEqual(["One"]);
});

it("what one tab learns about who sits here, the other follows", async () => {
  const storage = createMemoryStore();
  const [one, two] = [visit({ storage }), visit({ storage })];
  await one.start();
  two.connect();
  await online(two);
  await one.conversations.start({ message: { body: "Before" } });
  const { contact } = await one.identify({ token: await sign() });
  await eventually(() => expect(two.session?.contact.id).toBe(contact.id));
  await online(two);
  expect(await bodiesOf(two)).toEqual(["Before"]);
  expect((await createDeskbell({ host: server.url, channelKey: site.channelKey, storage }).start()).contact.id).toBe(
    contact.id,
  );
});
