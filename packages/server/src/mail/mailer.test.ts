import { html } from "hono/html";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { type SmtpServer, sender, startSmtpServer } from "../test/smtp-server.ts";
import { breakLinks } from "./break-links.ts";
import { parseSender } from "./mail-address.ts";
import { linesOf, mailPage } from "./mail-page.ts";
import { createMailer, type Mail, type MailError } from "./mailer.ts";

let smtp: SmtpServer;
beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(() => smtp.close());

const mail: Mail = {
  id: "test.1",
  to: "ada@example.com",
  subject: "Hello",
  text: "Words\n",
  html: "<p>Words</p>",
  locale: "en",
};
const send = (changed: Partial<Mail>, url = smtp.url) =>
  createMailer({ url, from: sender }).send({ ...mail, ...changed });
const refusal = (sent: Promise<void>) =>
  sent.then(
    () => null,
    (error: unknown) => error as MailError,
  );

it("line breaks in a subject begin no header, and arrive as spaces", async () => {
  await send({ subject: "Hello\r\nBcc: eve@example.com\n\nBody\u2028x" });
  const arrived = smtp.mails.at(-1);
  expect(arrived?.subject).toBe("Hello Bcc: eve@example.com Body x");
  expect(arrived?.headers.has("bcc")).toBe(false);
  expect(arrived?.recipients).toEqual(["ada@example.com"]);
});

it.each([
  "ada@example.com, eve@example.com",
  "ada@example.com\r\nBcc: eve@example.com",
  "Ada <ada@example.com>",
  "ada@example.com>\r\nRCPT TO:<eve@example.com",
  "",
])("mail goes to one address and to nothing else: %j", async (to) => {
  const before = smtp.mails.length;
  expect(await refusal(send({ to }))).toMatchObject({ name: "MailError", isFinal: true });
  expect(smtp.mails).toHaveLength(before);
});

it("all languages arrive as they were written, in headers and in both bodies", async () => {
  const words = "Grüße, مرحبًا بك, 漢字 🎉";
  await send({ subject: words, text: words, html: `<p>${words}</p>` });
  const { subject, text, html, raw = "" } = smtp.mails.at(-1) ?? {};
  expect([subject, text?.trim(), html]).toEqual([words, words, `<p>${words}</p>`]);
  expect(raw).toMatch(/^\p{ASCII}+$/u);
});

it("says that a program sent it, under an id that stays the same", async () => {
  await send({});
  await send({});
  const [first, second] = smtp.mails.slice(-2);
  expect(first?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(first?.from?.value).toEqual([{ name: sender.name, address: sender.address }]);
  expect([first?.messageId, second?.messageId]).toEqual(["<test.1@example.test>", "<test.1@example.test>"]);
});

it.each([
  [550, true],
  [552, true],
  [450, false],
  [421, false],
])("a recipient who is answered with %i is refused for good: %s", async (code, isFinal) => {
  smtp.refuseWith(code);
  onTestFinished(() => smtp.refuseWith(null));
  const error = await refusal(send({}));
  expect(error).toMatchObject({ name: "MailError", isFinal });
  expect(error?.message).toContain(String(code));
  expect(error?.message).not.toContain("ada@example.com");
});

it("a server that is away, or that does not let us in, is asked again", async () => {
  const shut = await startSmtpServer();
  await shut.close();
  expect(await refusal(send({}, shut.url))).toMatchObject({ isFinal: false });
  const strict = await startSmtpServer({ login: { user: "deskbell", pass: "p@ss:/w%rd" } });
  onTestFinished(() => strict.close());
  await send({}, strict.url);
  expect(strict.mails).toHaveLength(1);
  const wrong = await refusal(send({}, strict.url.replace("deskbell", "nobody")));
  expect(wrong).toMatchObject({ isFinal: false });
  expect(wrong?.message).toContain("535");
});

it("a document has nobody's markup in it", async () => {
  const words = `<script>alert(1)</script>\n<a href="https://evil.example">x</a>`;
  const page = await mailPage({ locale: "ar", title: words, main: html`${linesOf(words)}` });
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).not.toContain("<script>");
  expect((await Promise.all(linesOf(words))).join("")).toBe(
    "&lt;script&gt;alert(1)&lt;/script&gt;<br>&lt;a href=&quot;https://evil.example&quot;&gt;x&lt;/a&gt;",
  );
});

it.each([
  ["https://evil.example/a?b=c", "https[:]//evil[.]example/a?b=c"],
  ["www.evil.example.", "www[.]evil[.]example."],
  ["write to eve@evil.example", "write to eve@evil[.]example"],
  ["http://127.0.0.1/x", "http[:]//127.0.0.1/x"],
  ["bücher.example", "bücher[.]example"],
  ["xn--bcher-kva.example", "xn--bcher-kva[.]example"],
  ["It costs 3.50. Thanks... e.g. photo.jpg, v1.2.3", "It costs 3.50. Thanks... e.g. photo.jpg, v1.2.3"],
])("of %s nothing can be pressed: %s", (words, shown) => {
  expect(breakLinks(words)).toBe(shown);
});

it.each([
  ["support@example.com", { name: "", address: "support@example.com" }],
  ["Example Support <support@example.com>", { name: "Example Support", address: "support@example.com" }],
  ["Grüße, Ltd. <support@example.com>", { name: "Grüße, Ltd.", address: "support@example.com" }],
  ["support", null],
  ["a@example.com, b@example.com", null],
  ["Name\r\nBcc: <a@example.com>", null],
  ["<a@example.com> <b@example.com>", null],
])("a sender is one address with a name or without: %j", (text, parsed) => {
  expect(parseSender(text)).toEqual(parsed);
});
