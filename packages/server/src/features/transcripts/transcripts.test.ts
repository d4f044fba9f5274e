import { createMemoryStore, type Deskbell } from "@deskbell/sdk";
import { eq, sql } from "drizzle-orm";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createApp } from "../../app.ts";
import { rowsOf } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import { type Job, runJob } from "../../jobs/jobs.ts";
import { createMailer, type Mailer } from "../../mail/mailer.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { type ReceivedMail, type SmtpServer, sender, startSmtpServer } from "../../test/smtp-server.ts";
import { transact } from "../../transact.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";
import { sendTranscriptJob } from "./jobs.ts";
import { transcripts } from "./tables.ts";

let smtp: SmtpServer;
let server: TestServer;
let workspace: TestWorkspace;
let agent: TestAgent;
/** Another, where nobody works and no time passes, and where who asks too often is refused. */
let idle: TestServer;
let quiet: TestWorkspace;
const instant = new Date();
beforeAll(async () => {
  smtp = await startSmtpServer();
  const mailer = createMailer({ url: smtp.url, from: sender });
  idle = await startTestServer({ mailer, limits: true, work: false, now: () => instant });
  quiet = await createTestWorkspace(idle);
});
beforeAll(async () => {
  server = await startTestServer({ mailer: createMailer({ url: smtp.url, from: sender }) });
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent("owner", "Grace");
});
afterAll(async () => {
  await server.close();
  await idle.close();
  await smtp.close();
});
beforeEach(() => {
  server.logged.length = 0;
});

let addresses = 0;
const newAddress = () => `reader${++addresses}@example.com`;
const start = async (contact: Deskbell, body = "Hello") =>
  (await contact.conversations.start({ message: { body }, handoff: true })).conversation.id;
const mailsTo = (email: string, from = smtp) =>
  from.mails.filter(({ recipients }) => recipients.some((each) => each.toLowerCase() === email.toLowerCase()));
const arrives = (email: string, from = smtp): Promise<ReceivedMail> =>
  eventually(() => {
    const [mail] = mailsTo(email, from);
    if (!mail) throw new Error(`Nothing has come for ${email}`);
    return mail;
  }, 25_000);
const stateOf = async (id: string, of = workspace) => {
  const [row] = await transact(of.ctx, ({ db }) => db.select().from(transcripts).where(eq(transcripts.id, id)));
  return row?.state;
};
const ended = (id: string, state: string, of = workspace) =>
  eventually(async () => expect(await stateOf(id, of)).toBe(state), 25_000);
const run = (transcriptId: string, deps = server.deps, of = workspace) =>
  runJob(deps, sendTranscriptJob as Job, { workspaceId: of.ctx.workspaceId, input: { transcriptId } });
/** One that waits because nobody works. */
const waiting = async (email: string) => {
  const contact = quiet.contact();
  return (await contact.conversations.sendTranscript(await start(contact), { email })).id;
};

describe("a conversation by e-mail", () => {
  it("arrives once, with all that its contact may see of it and nothing else", async () => {
    const [contact, email] = [workspace.contact(), newAddress()];
    const id = await start(contact, "Schöne Grüße: wo ist meine Bestellung? <b>fett</b>");
    await agent.conversations.claim(id);
    const wrong = await agent.messages.send(id, { body: "Wrong words" });
    await agent.messages.edit(id, wrong.id, { body: "مرحبًا, right words" });
    const taken = await agent.messages.send(id, { body: "Not for you" });
    await agent.messages.delete(id, taken.id);
    await agent.notes.create(id, { body: "SECRET note" });
    const file = await contact.files.upload(new Blob(["words"]), { name: "rechnung.txt" });
    await contact.messages.send(id, { body: "", attachments: [file.id] });
    await agent.conversations.close(id);

    const asked = await contact.conversations.sendTranscript(id, { email, locale: "de-AT", timeZone: "Asia/Tokyo" });
    expect(asked).toMatchObject({ conversationId: id, email });
    const mail = await arrives(email);
    await ended(asked.id, "sent");
    expect(mail.subject).toBe("Ihr Gespräch mit Website");
    expect(mail.from?.value).toEqual([sender]);
    expect(mail.recipients).toEqual([email]);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    const text = mail.text ?? "";
    const when = "\\(\\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d\\)";
    expect(text).toMatch(new RegExp(`^Sie ${when}\\n  Schöne Grüße: wo ist meine Bestellung\\? <b>fett</b>$`, "m"));
    expect(text).toMatch(new RegExp(`^— Grace ist jetzt dabei ${when}$`, "m"));
    expect(text).toMatch(new RegExp(`^Grace ${when}\\n  مرحبًا, right words$`, "m"));
    expect(text).toMatch(new RegExp(`^Grace ${when}\\n  Diese Nachricht wurde gelöscht$`, "m"));
    expect(text).toMatch(new RegExp(`^Sie ${when}\\n  \\[Datei: rechnung.txt\\]$`, "m"));
    expect(text).toMatch(new RegExp(`^— Grace hat das Gespräch beendet ${when}$`, "m"));
    const hour = new Intl.DateTimeFormat("de", { timeStyle: "short", timeZone: "Asia/Tokyo" });
    const { createdAt } = (await contact.messages.list(id, { after: 0 })).data[0] ?? { createdAt: "" };
    expect(text).toContain(hour.format(new Date(createdAt)));
    const html = mail.html || "";
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain("Schöne Grüße: wo ist meine Bestellung? &lt;b&gt;fett&lt;/b&gt;");
    for (const body of [text, html])
      for (const hidden of ["SECRET", "Wrong words", "Not for you"]) expect(body).not.toContain(hidden);
    expect(html).not.toMatch(/<(a|img|script|link)\b/i);
    expect(mailsTo(email)).toHaveLength(1);
    expect(server.logged.join("")).toContain("transcript sent");
    expect(server.logged.join("")).not.toContain(email);
  });

  it.each([
    ["ar", "محادثتك مع Website", "rtl"],
    ["fr-CA", "Votre conversation avec Website", "ltr"],
    ["es", "Su conversación con Website", "ltr"],
    ["xx", "Your conversation with Website", "ltr"],
  ])("is in the language that is asked for, %s", async (locale, subject, direction) => {
    const [contact, email] = [workspace.contact(), newAddress()];
    await contact.conversations.sendTranscript(await start(contact, "."), { email, locale });
    const mail = await arrives(email);
    expect(mail.subject).toBe(subject);
    expect(mail.html).toContain(`dir="${direction}"`);
  });

  it("goes to the contact's own address where that is known, and is refused where none is", async () => {
    const [contact, email] = [workspace.contact(), newAddress()];
    const id = await start(contact, "Wo ist mein Paket, und wann kommt es?");
    await expect(contact.conversations.sendTranscript(id)).rejects.toMatchObject({ code: "email_unknown" });
    await expect(agent.conversations.sendTranscript(id)).rejects.toMatchObject({ code: "email_unknown" });
    await contact.contact.update({ email });
    expect(await contact.conversations.sendTranscript(id)).toMatchObject({ email });
    expect((await arrives(email)).subject).toBe("Ihr Gespräch mit Website");
  });

  it("goes from the team to the contact, in the language that they write", async () => {
    const [contact, email] = [workspace.contact(), newAddress()];
    await contact.contact.update({ email });
    const id = await start(contact, "¿Dónde está mi pedido? Quiero saber cómo va.");
    const asked = await agent.conversations.sendTranscript(id, { timeZone: "Europe/Madrid" });
    expect(asked.email).toBe(email);
    expect((await arrives(email)).subject).toBe("Su conversación con Website");
    const facts = await rowsOf<{ type: string; actor_kind: string; contact_id: string }>(
      server.deps.database.db,
      sql`select type, actor_kind, contact_id from events where conversation_id = ${id} and type like 'transcript.%' order by id`,
    );
    await ended(asked.id, "sent");
    expect(facts[0]).toMatchObject({ type: "transcript.requested", actor_kind: "agent" });
    expect(facts[0]?.contact_id).toBe((await contact.start()).contact.id);
  });

  it("does what a person asked for once, however often the request is repeated", async () => {
    const [contact, email, clientId] = [workspace.contact(), newAddress(), newId()];
    const id = await start(contact);
    const ask = (to = email) => contact.conversations.sendTranscript(id, { clientId, email: to });
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    for (const other of others) expect(other).toEqual(first);
    await ended(first.id, "sent");
    expect(await ask()).toEqual(first);
    await expect(ask(newAddress())).rejects.toMatchObject({ code: "client_id_reused" });
    expect(mailsTo(email)).toHaveLength(1);
  });

  it("carries names and words with line breaks as words, never as headers or as somebody else's lines", async () => {
    const other = await createTestWorkspace(server);
    const boss = await other.agent("owner", "Eve\r\nBcc: eve@example.com");
    for (const { id } of (await boss.channels.list()).data)
      await boss.channels.update(id, { name: "Shop\r\nBcc: eve@example.com" });
    const [contact, email] = [other.contact(), newAddress()];
    await contact.contact.update({ name: "Mallory\r\nBcc: eve@example.com" });
    const id = await start(contact, "Hi\r\n\r\nGrace (now)\r\nPay here");
    await boss.messages.send(id, { body: "Hello" });
    await contact.conversations.sendTranscript(id, { email, locale: "en" });
    const mail = await arrives(email);
    expect(mail.recipients).toEqual([email]);
    expect(mail.headers.has("bcc")).toBe(false);
    expect(mail.subject).toBe("Your conversation with Shop Bcc: eve@example.com");
    expect(mail.text).toMatch(/^ {2}Grace \(now\)$/m);
    expect(mail.text).not.toMatch(/^(Grace|Bcc)/m);
    expect(mail.text).toMatch(/^Eve Bcc: eve@example\.com \(/m);
  });

  it("has no links of a contact's, unless the website vouches for the address", async () => {
    const other = await createTestWorkspace(server);
    const boss = await other.agent("owner", "Grace");
    const [channel] = (await boss.channels.list()).data.filter(({ kind }) => kind === "website");
    await boss.channels.update(channel?.id ?? "", { identityMode: "optional" });
    const key = await createIdentityKey(other.ctx, other.channelKey);
    const own = newAddress();
    const token = await new SignJWT({ sub: "ada", email: own })
      .setProtectedHeader({ alg: "HS256", kid: key.kid })
      .setAudience(other.channelKey)
      .setExpirationTime("10m")
      .sign(new TextEncoder().encode(key.secret));
    const contact = other.contact({ getToken: async () => token, storage: createMemoryStore() });
    const id = await start(contact, "Win at https://evil.example/now");
    await boss.messages.send(id, { body: "See https://help.example/article" });
    const stranger = newAddress();
    await contact.conversations.sendTranscript(id, { email: stranger });
    expect((await arrives(stranger)).recipients).toEqual([stranger]);
    await contact.conversations.sendTranscript(id, { email: own.toUpperCase() });
    for (const body of [(await arrives(stranger)).text, (await arrives(stranger)).html]) {
      expect(body).toContain("https[:]//evil[.]example/now");
      expect(body).toContain("https://help.example/article");
    }
    expect((await arrives(own)).text).toContain("https://evil.example/now");
  });
});

describe("whose it is", () => {
  it("another contact and another workspace find nothing to send", async () => {
    const id = await start(workspace.contact());
    const foreign = await createTestWorkspace(server);
    const email = newAddress();
    for (const contact of [workspace.contact(), foreign.contact()])
      await expect(contact.conversations.sendTranscript(id, { email })).rejects.toMatchObject({ code: "not_found" });
    const stranger = await foreign.agent("owner");
    await expect(stranger.conversations.sendTranscript(id)).rejects.toMatchObject({ code: "not_found" });
    expect(mailsTo(email)).toEqual([]);
  });

  it("two workspaces send each their own", async () => {
    const foreign = await createTestWorkspace(server);
    const [here, there] = [newAddress(), newAddress()];
    const send = async (of: TestWorkspace, email: string, words: string) => {
      const contact = of.contact();
      await contact.conversations.sendTranscript(await start(contact, words), { email });
    };
    await send(workspace, here, "Words of here");
    await send(foreign, there, "Words of there");
    expect((await arrives(here)).text).toContain("Words of here");
    expect((await arrives(there)).text).not.toContain("Words of here");
  });
});

describe("a mail server", () => {
  it("that is away gets the mail when it is back, once", async () => {
    await smtp.close();
    const [contact, email] = [workspace.contact(), newAddress()];
    const { id } = await contact.conversations.sendTranscript(await start(contact), { email });
    await eventually(() => expect(server.logged.join("")).toContain("mail waits"));
    expect(await stateOf(id)).toBe("waiting");
    smtp = await startSmtpServer({ port: smtp.port });
    await arrives(email);
    await ended(id, "sent");
    expect(mailsTo(email)).toHaveLength(1);
  }, 60_000);

  it("that does not know the recipient is not asked again, and the log says why", async () => {
    smtp.refuseWith(550);
    onTestFinished(() => smtp.refuseWith(null));
    const [contact, email] = [workspace.contact(), newAddress()];
    const tries = smtp.tries;
    const { id } = await contact.conversations.sendTranscript(await start(contact), { email });
    await ended(id, "refused");
    const log = server.logged.join("");
    expect(log).toContain("transcript refused");
    expect(log).toMatch(/550.*is not for us/);
    expect(log).not.toContain(email);
    // Its job is done, not failed: nobody takes it up again.
    await eventually(async () => {
      const jobs = await rowsOf<{ state: string }>(
        server.deps.database.db,
        sql`select state from pgboss.job where name = 'send-transcript' and data -> 'input' ->> 'transcriptId' = ${id}`,
      );
      expect(jobs).toEqual([{ state: "completed" }]);
    });
    expect(smtp.tries - tries).toBe(1);
  });

  it("that stays away for a day is given up", async () => {
    const away = await startSmtpServer();
    await away.close();
    const id = await waiting(newAddress());
    const after = (hours: number) => ({
      ...idle.deps,
      mailer: createMailer({ url: away.url, from: sender }),
      now: () => new Date(instant.getTime() + hours * 3_600_000),
    });
    await expect(run(id, after(23), quiet)).rejects.toThrow();
    expect(await stateOf(id, quiet)).toBe("waiting");
    await run(id, after(24), quiet);
    expect(await stateOf(id, quiet)).toBe("refused");
  });
});

describe("a job that runs again", () => {
  const asked = async () => {
    const [contact, email] = [workspace.contact(), newAddress()];
    const { id } = await contact.conversations.sendTranscript(await start(contact), { email });
    await ended(id, "sent");
    return { id, email };
  };

  it("after it is sent sends nothing more", async () => {
    const { id, email } = await asked();
    await run(id);
    await run(id);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it("after it was killed behind the server's yes sends the same mail under the same id", async () => {
    const email = newAddress();
    const id = await waiting(email);
    const { mailer } = idle.deps;
    const killed: Mailer = {
      send: async (mail) => {
        await mailer?.send(mail);
        throw new Error("killed");
      },
    };
    await expect(run(id, { ...idle.deps, mailer: killed }, quiet)).rejects.toThrow("killed");
    await run(id, idle.deps, quiet);
    const [first, second] = mailsTo(email);
    expect(first?.messageId).toBe(`<transcript.${id}@example.test>`);
    expect(second?.messageId).toBe(first?.messageId);
  });
});

describe("where no mail is sent", () => {
  it("a session says so, and who asks is refused", async () => {
    const deps = { ...server.deps, mailer: null };
    const app = createApp(deps, { publicUrl: server.url, secret: "x".repeat(32) });
    const contact = workspace.contact({
      fetch: async (input, init) => app.fetch(new Request(input, init), "127.0.0.1"),
    });
    expect((await contact.start()).channel.sendsMail).toBe(false);
    expect((await workspace.contact().start()).channel.sendsMail).toBe(true);
    const id = await start(contact);
    const asking = contact.conversations.sendTranscript(id, { email: newAddress() });
    await expect(asking).rejects.toMatchObject({ code: "mail_off", status: 403 });
  });

  it("what was asked for before is given up", async () => {
    const id = await waiting(newAddress());
    await run(id, { ...idle.deps, mailer: null }, quiet);
    expect(await stateOf(id, quiet)).toBe("refused");
  });
});

describe("who asks too often", () => {
  const outcome = (asking: Promise<unknown>) =>
    asking.then(
      () => "sent",
      (error: { code: string }) => error.code,
    );

  it("is refused, whomever they write to", async () => {
    const contact = quiet.contact();
    const id = await start(contact);
    const outcomes = [];
    for (let n = 0; n < 5; n++)
      outcomes.push(await outcome(contact.conversations.sendTranscript(id, { email: newAddress() })));
    expect(outcomes).toEqual(["sent", "sent", "sent", "rate_limited", "rate_limited"]);
  });

  it("cannot fill a mailbox by being many, or by writing its address in other ways", async () => {
    const outcomes = [];
    for (const email of ["v@example.com", "V@Example.com", "v+1@example.com", "v+2@example.com", "v@EXAMPLE.com"]) {
      const contact = quiet.contact();
      outcomes.push(await outcome(contact.conversations.sendTranscript(await start(contact), { email })));
    }
    expect(outcomes).toEqual(["sent", "sent", "sent", "sent", "rate_limited"]);
  });

  it("a repeat of one that was taken counts nothing at its mailbox", async () => {
    const [contact, email, clientId] = [quiet.contact(), newAddress(), newId()];
    const id = await start(contact);
    for (let n = 0; n < 3; n++) await contact.conversations.sendTranscript(id, { clientId, email });
    for (let n = 0; n < 3; n++) {
      const other = quiet.contact();
      expect(await outcome(other.conversations.sendTranscript(await start(other), { email }))).toBe("sent");
    }
  });
});
