import { createHmac, generateKeyPairSync } from "node:crypto";
import { createDeskbell, createMemoryStore, type ErrorBody, type Identity, type Session } from "@deskbell/sdk";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { listen } from "../../test/guard-site.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";
import { revokeIdentityKey } from "../channels/revoke-identity-key.ts";
import { updateChannel } from "../channels/update-channel.ts";

let server: TestServer;
let offsetMs = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offsetMs), work: false });
});
afterAll(() => server.close());

interface Site extends TestWorkspace {
  kid: string;
  secret: string;
}

async function createSite(): Promise<Site> {
  const workspace = await createTestWorkspace(server);
  return { ...workspace, ...(await createIdentityKey(workspace.ctx, workspace.channelKey)) };
}

interface Forgery {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  secret?: string;
  audience?: string;
  expiresIn?: number | null;
}

/** A token as a website signs it, `expiresIn` seconds from now, unless told otherwise. */
function sign(site: Site, { claims = {}, header = {}, secret, audience, expiresIn = 600 }: Forgery = {}) {
  const now = Math.floor((Date.now() + offsetMs) / 1000);
  const token = new SignJWT({ sub: "ada", ...claims })
    .setProtectedHeader({ alg: "HS256", kid: site.kid, ...header })
    .setAudience(audience ?? site.channelKey);
  if (expiresIn !== null) token.setExpirationTime(now + expiresIn);
  return token.sign(new TextEncoder().encode(secret ?? site.secret));
}

/** As it goes over the wire: the SDK would start a session of its own first. */
async function start(site: Site, body: { token?: string; identity?: Identity } = {}): Promise<Session> {
  const response = await fetch(`${server.url}/v1/sessions`, {
    method: "POST",
    body: JSON.stringify({ channelKey: site.channelKey, ...body }),
  });
  const answer = (await response.json()) as Session & ErrorBody;
  if (!response.ok) throw new Refused(answer.error.code);
  return answer;
}
class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "no refusal",
    (error: { code: string }) => error.code,
  );
const as = (site: Site, token: string) =>
  createDeskbell({ host: server.url, channelKey: site.channelKey, storage: keeping(site, token) });
function keeping({ channelKey }: Site, token: string) {
  const store = createMemoryStore();
  store.set(`deskbell:${channelKey}:session`, token);
  return store;
}
const works = async (token: string) =>
  (await fetch(`${server.url}/v1/conversations`, { headers: { authorization: `Bearer ${token}` } })).status === 200;
/** Something in the thread of who has this token. */
async function ask(token: string, body: string, clientId: string = crypto.randomUUID()): Promise<string> {
  const response = await fetch(`${server.url}/v1/conversations`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientId, message: { clientId: crypto.randomUUID(), body }, handoff: true }),
  });
  return ((await response.json()) as { conversation: { id: string } }).conversation.id;
}
async function read(token: string, path: string): Promise<{ id: string; clientId: string }[]> {
  const response = await fetch(`${server.url}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
  return ((await response.json()) as { data: { id: string; clientId: string }[] }).data;
}
const idsOf = async (token: string) => (await read(token, "conversations")).map(({ id }) => id).sort();

describe("a proof of identity", () => {
  it("is taken when a live key has signed it for this channel", async () => {
    const site = await createSite();
    const claims = { name: "Ada", email: "ada@example.com", attributes: { plan: "team" } };
    const session = await start(site, { identity: { token: await sign(site, { claims }) } });
    expect(session).toMatchObject({ previous: "none", contact: { name: "Ada", email: "ada@example.com" } });
    const agent = await site.agent();
    expect(await agent.contacts.get(session.contact.id)).toMatchObject({
      externalId: "ada",
      attributes: {},
      verified: { by: "token", name: "Ada", email: "ada@example.com", attributes: { plan: "team" } },
    });
  });

  it.each(["sub", "external_id", "user_id", "external_user_id"])("names the contact by %s", async (claim) => {
    const site = await createSite();
    const known = await start(site, { identity: { token: await sign(site, { claims: { sub: "7" } }) } });
    const claims = { sub: undefined, [claim]: 7 };
    const again = await start(site, { identity: { token: await sign(site, { claims }) } });
    expect(again.contact.id).toBe(known.contact.id);
  });

  const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const forgeries: Record<string, (site: Site, other: Site) => string | Promise<string>> = {
    "signed with another secret": (site) => sign(site, { secret: "ik_somebody-elses-secret-of-some-length" }),
    "signed with another channel's key": (site, other) => sign(other, { audience: site.channelKey }),
    "naming a key of another channel": (site, other) => sign(site, { header: { kid: other.kid } }),
    "naming no known key": (site) => sign(site, { header: { kid: "k_unknown" } }),
    "naming no key": (site) => sign(site, { header: { kid: undefined } }),
    "for another channel": (site, other) => sign(site, { audience: other.channelKey }),
    "without an end": (site) => sign(site, { expiresIn: null }),
    "that lives for longer than a day": (site) => sign(site, { expiresIn: 86_400 + 300 }),
    "without a subject": (site) => sign(site, { claims: { sub: undefined } }),
    "with an empty subject": (site) => sign(site, { claims: { sub: " " } }),
    "with a subject that cannot be stored": (site) => sign(site, { claims: { sub: "a\0b" } }),
    "with a name that is none": (site) => sign(site, { claims: { name: { $gt: "" } } }),
    "with alg none": ({ kid, channelKey }) =>
      `${b64({ alg: "none", kid })}.${b64({ sub: "ada", aud: channelKey, exp: Math.floor(Date.now() / 1000) + 60 })}.`,
    "with alg RS256": ({ kid, channelKey }) =>
      new SignJWT({ sub: "ada" })
        .setProtectedHeader({ alg: "RS256", kid })
        .setAudience(channelKey)
        .setExpirationTime("10m")
        .sign(rsa.privateKey),
    "with alg HS512": (site) => sign(site, { header: { alg: "HS512" } }),
    "with its claims changed": async (site) => {
      const [header, claims, signature] = (await sign(site)).split(".");
      const changed = JSON.parse(Buffer.from(claims ?? "", "base64url").toString());
      return [header, b64({ ...changed, sub: "eve" }), signature].join(".");
    },
    "cut short": async (site) => (await sign(site)).slice(0, -5),
    "that is no token": () => "nonsense",
    "of dots": () => "..",
  };
  it.each(Object.entries(forgeries))("%s is refused, and starts nothing", async (_, forge) => {
    const [site, other] = [await createSite(), await createSite()];
    const anonymous = await start(site);
    const identity = { token: await forge(site, other) };
    expect(await refusal(start(site, { identity, token: anonymous.token }))).toBe("identity_invalid");
    expect(await works(anonymous.token)).toBe(true);
  });

  it("that has expired is told as such", async () => {
    const site = await createSite();
    const token = await sign(site, { expiresIn: -1 });
    expect(await refusal(start(site, { identity: { token } }))).toBe("identity_expired");
  });

  it("holds with each of several keys, until its key is revoked", async () => {
    const site = await createSite();
    const second: Site = { ...site, ...(await createIdentityKey(site.ctx, site.channelKey)) };
    const tokens = [await sign(site), await sign(second)];
    for (const token of tokens) await start(site, { identity: { token } });
    await revokeIdentityKey(site.ctx, site.channelKey, site.kid);
    expect(await Promise.all(tokens.map((token) => refusal(start(site, { identity: { token } }))))).toEqual([
      "identity_invalid",
      "no refusal",
    ]);
  });

  it("does not name the same person in another workspace", async () => {
    const [site, other] = [await createSite(), await createSite()];
    const mine = await start(site, { identity: { token: await sign(site) } });
    await ask(mine.token, "Private");
    const theirs = await start(other, { identity: { token: await sign(other) }, token: mine.token });
    expect(theirs).toMatchObject({ previous: "none" });
    expect(theirs.contact.id).not.toBe(mine.contact.id);
    expect(await idsOf(theirs.token)).toEqual([]);
    expect(await works(mine.token)).toBe(true);
  });
});

describe("a bare hash", () => {
  const hash = (site: Site, value: string, secret = site.secret) =>
    createHmac("sha256", secret).update(value).digest("hex");

  it("is refused unless the channel allows it", async () => {
    const site = await createSite();
    const identity = { externalId: "ada", hash: hash(site, "ada") };
    expect(await refusal(start(site, { identity }))).toBe("identity_invalid");
    await updateChannel(site.ctx, { key: site.channelKey }, { identityHash: true });
    expect((await start(site, { identity })).previous).toBe("none");
  });

  it("vouches for the id or the address only, and is marked as weaker", async () => {
    const site = await createSite();
    await updateChannel(site.ctx, { key: site.channelKey }, { identityHash: true });
    const agent = await site.agent();
    const byId = await start(site, { identity: { externalId: "ada", hash: hash(site, "ada") } });
    expect((await agent.contacts.get(byId.contact.id)).verified).toMatchObject({ by: "hash", email: null });
    const email = "Grace@Example.com";
    const byEmail = await start(site, { identity: { email, hash: hash(site, email).toUpperCase() } });
    expect(byEmail.contact.email).toBe("grace@example.com");
    expect((await agent.contacts.get(byEmail.contact.id)).verified).toMatchObject({ by: "hash", name: null });
  });

  it("made with another secret or over something else is refused", async () => {
    const site = await createSite();
    await updateChannel(site.ctx, { key: site.channelKey }, { identityHash: true });
    for (const wrong of [hash(site, "ada", "wrong"), hash(site, "eve"), "0".repeat(64)])
      expect(await refusal(start(site, { identity: { externalId: "ada", hash: wrong } }))).toBe("identity_invalid");
  });

  it("takes nothing back that a token has said", async () => {
    const site = await createSite();
    await updateChannel(site.ctx, { key: site.channelKey }, { identityHash: true });
    const token = await sign(site, { claims: { name: "Ada" } });
    const { contact } = await start(site, { identity: { token } });
    await start(site, { identity: { externalId: "ada", hash: hash(site, "ada") } });
    const agent = await site.agent();
    expect((await agent.contacts.get(contact.id)).verified).toMatchObject({ by: "token", name: "Ada" });
  });
});

describe("a channel's mode", () => {
  it.each([
    ["off", "no refusal", "identity_off"],
    ["optional", "no refusal", "no refusal"],
    ["required", "identity_required", "no refusal"],
  ] as const)("%s: anonymous %s, identified %s", async (mode, anonymous, identified) => {
    const site = await createSite();
    await updateChannel(site.ctx, { key: site.channelKey }, { identityMode: mode });
    const identity = { token: await sign(site) };
    expect([await refusal(start(site)), await refusal(start(site, { identity }))]).toEqual([anonymous, identified]);
  });

  it("required: who was anonymous before must prove who they are, and is joined then", async () => {
    const site = await createSite();
    const { token } = await start(site);
    const conversation = await ask(token, "Before");
    await updateChannel(site.ctx, { key: site.channelKey }, { identityMode: "required" });
    expect(await refusal(start(site, { token }))).toBe("identity_required");
    const session = await start(site, { token, identity: { token: await sign(site) } });
    expect(session.previous).toBe("joined");
    expect(await idsOf(session.token)).toEqual([conversation]);
    expect((await start(site, { token: session.token })).contact.id).toBe(session.contact.id);
  });
});

describe("joining", () => {
  it("brings the conversations and tickets of the anonymous contact along, beside what is there", async () => {
    const site = await createSite();
    const identity = async () => ({ token: await sign(site) });
    const phone = await start(site, { identity: await identity() });
    const there = await ask(phone.token, "From the phone", "chosen-by-both");
    const anonymous = await start(site);
    const here = await ask(anonymous.token, "From here", "chosen-by-both");
    const filed = await as(site, anonymous.token).tickets.create({ subject: "A form", body: "Please", name: "Said" });
    // The client above has resumed the session; its first token works a little longer.
    const joined = await start(site, { token: anonymous.token, identity: await identity() });
    expect(joined).toMatchObject({ previous: "joined", contact: { id: phone.contact.id } });
    expect(await idsOf(joined.token)).toEqual([there, here, filed.conversationId].sort());
    expect(await idsOf(phone.token)).toEqual(await idsOf(joined.token));
    expect(await read(phone.token, "tickets")).toHaveLength(1);
    const agent = await site.agent();
    const merged = await agent.contacts.get(anonymous.contact.id);
    expect(merged).toMatchObject({ id: phone.contact.id, name: "Said" });
    expect((await agent.conversations.list({ contactId: phone.contact.id, view: "all" })).data).toHaveLength(3);
  });

  it("happens once, whoever asks at the same time", async () => {
    const site = await createSite();
    const { token } = await start(site);
    const conversation = await ask(token, "Once");
    const identity = { token: await sign(site) };
    const both = await Promise.all([1, 2, 3, 4].map(() => start(site, { token, identity })));
    expect(both.map(({ previous }) => previous).sort()).toEqual(["joined", "none", "none", "none"]);
    expect(new Set(both.map(({ contact }) => contact.id)).size).toBe(1);
    for (const session of both) expect(await idsOf(session.token)).toEqual([conversation]);
  });

  it("ends every session of the anonymous contact: a token planted before does not see what comes after", async () => {
    const site = await createSite();
    const planted = await start(site);
    const resumed = await start(site, { token: planted.token });
    await start(site, { token: resumed.token, identity: { token: await sign(site) } });
    expect([await works(planted.token), await works(resumed.token)]).toEqual([false, false]);
  });

  it("does not happen between two people: the first is left, and their session ends", async () => {
    const site = await createSite();
    const ada = await start(site, { identity: { token: await sign(site) } });
    await ask(ada.token, "Of Ada");
    const eve = await start(site, {
      token: ada.token,
      identity: { token: await sign(site, { claims: { sub: "eve" } }) },
    });
    expect(eve.previous).toBe("left");
    expect(await idsOf(eve.token)).toEqual([]);
    expect(await works(ada.token)).toBe(false);
  });

  it("loses nothing that is being written meanwhile", async () => {
    const site = await createSite();
    const identity = { token: await sign(site) };
    for (let round = 0; round < 5; round++) {
      const { token } = await start(site);
      const [session, ...written] = await Promise.all([
        start(site, { token, identity }),
        ...[1, 2, 3].map((n) => ask(token, `${n}`).catch(() => null)),
      ]);
      const mine = await idsOf(session.token);
      for (const id of written) if (id) expect(mine).toContain(id);
    }
  });

  it("cuts the anonymous contact's sockets, and the team hears whose the conversation is", async () => {
    const site = await createSite();
    const agent = await site.agent();
    const { token } = await start(site);
    const conversation = await ask(token, "Hello");
    const ear = await listen(server, "/contact", { auth: { token } });
    const team = await listen(server, "/agent", { cookie: agent.cookie });
    const session = await start(site, { token, identity: { token: await sign(site, { claims: { name: "Ada" } }) } });
    await eventually(() => expect(ear.socket.connected).toBe(false));
    ear.heard.length = 0;
    await agent.messages.send(conversation, { body: "For Ada only" });
    const again = await listen(server, "/contact", { auth: { token: session.token } });
    await agent.messages.send(conversation, { body: "And this" });
    await eventually(() => expect(JSON.stringify(again.heard)).toContain("And this"));
    expect(ear.heard).toEqual([]);
    const shown = expect.objectContaining({
      contact: expect.objectContaining({ id: session.contact.id, name: "Ada" }),
    });
    expect(team.heard).toContainEqual(["conversation.updated", shown]);
    for (const { socket } of [again, team]) socket.disconnect();
  });
});

it("two devices of one contact agree on history and unread counts", async () => {
  const site = await createSite();
  const [phone, laptop] = await Promise.all(
    [1, 2].map(async () => start(site, { identity: { token: await sign(site) } })),
  );
  if (!phone || !laptop) throw new Error("There are two");
  const ear = await listen(server, "/contact", { auth: { token: laptop.token } });
  const conversation = await ask(phone.token, "From the phone");
  const agent = await site.agent();
  const { seq } = await agent.messages.send(conversation, { body: "An answer" });
  await as(site, phone.token).conversations.read(conversation, { seq });
  await eventually(() => expect(JSON.stringify(ear.heard)).toContain("An answer"));
  expect(await read(laptop.token, "conversations")).toEqual(await read(phone.token, "conversations"));
  expect(await read(laptop.token, "conversations")).toMatchObject([{ id: conversation, contactReadSeq: seq }]);
  ear.socket.disconnect();
});

describe("what is verified", () => {
  it("is not replaced by what the contact or the team says", async () => {
    const site = await createSite();
    const { token, contact } = await start(site, {
      identity: { token: await sign(site, { claims: { email: "ada@example.com" } }) },
    });
    const me = as(site, token);
    expect(await me.contact.update({ name: "Said", email: "ceo@example.com" })).toMatchObject({
      name: "Said",
      email: "ada@example.com",
    });
    const agent = await site.agent();
    expect(await refusal(agent.contacts.update(contact.id, { email: "x@example.com" }))).toBe("invalid_input");
    expect(await agent.contacts.update(contact.id, { email: "ada@example.com", phone: "+49 30 1" })).toMatchObject({
      email: "ada@example.com",
      phone: "+49 30 1",
    });
  });
});

describe("a session's token", () => {
  it("is another after every resume; the one before works on for a minute, then no more", async () => {
    const site = await createSite();
    const first = await start(site);
    const second = await start(site, { token: first.token });
    const otherTab = await start(site, { token: first.token });
    expect(new Set([first, second, otherTab].map(({ token }) => token)).size).toBe(3);
    expect([second, otherTab].map(({ previous }) => previous)).toEqual(["same", "same"]);
    expect(await Promise.all([first, second, otherTab].map(({ token }) => works(token)))).toEqual([true, true, true]);
    offsetMs += 61_000;
    expect(await Promise.all([first, second, otherTab].map(({ token }) => works(token)))).toEqual([false, true, true]);
    expect((await start(site, { token: first.token })).contact.id).not.toBe(first.contact.id);
  });

  it("is void after logout, and so are those before it", async () => {
    const site = await createSite();
    const first = await start(site);
    const second = await start(site, { token: first.token });
    const ear = await listen(server, "/contact", { auth: { token: first.token } });
    await fetch(`${server.url}/v1/sessions`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${second.token}` },
    });
    expect([await works(first.token), await works(second.token)]).toEqual([false, false]);
    await eventually(() => expect(ear.socket.connected).toBe(false));
  });

  it("is void in every browser once the team revokes the contact's sessions; nobody else's is", async () => {
    const site = await createSite();
    const [phone, laptop, other] = [
      await start(site, { identity: { token: await sign(site) } }),
      await start(site, { identity: { token: await sign(site) } }),
      await start(site),
    ];
    const ear = await listen(server, "/contact", { auth: { token: phone.token } });
    await (await site.agent()).contacts.revokeSessions(phone.contact.id);
    expect(await Promise.all([phone, laptop, other].map(({ token }) => works(token)))).toEqual([false, false, true]);
    await eventually(() => expect(ear.socket.connected).toBe(false));
  });
});
