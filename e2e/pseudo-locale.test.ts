import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OfficeHours, PreChatField } from "@deskbell/sdk/agent";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { createPseudoLocale } from "./pseudo-locale.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

// Every word of ours stands in brackets, and everything that people have written is numbers: letters outside of brackets are hard-coded.
let server: TestServer;
let browser: Browser;
let site: Website;
let team: ServerClient;
let channelId: string;
let agentId: string;
let teamId: string;
let context: BrowserContext;
let page: Page;
let bracket: (context: BrowserContext) => Promise<void>;

beforeAll(async () => {
  const building = createPseudoLocale();
  // So that the widget offers mail: none is sent.
  const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "support@example.test" };
  server = await createTestServer({ DESKBELL_LIMITS: "off", ...mail });
  const of = ["--workspace", "numbers"];
  const made = await server.deskbell("create-workspace", "--slug", "numbers", "--name", "1");
  const channelKey = made.trim().split(" ").at(-1) ?? "";
  const key = await server.deskbell("create-api-key", ...of, "--name", "77", "--role", "owner");
  const agent = ["--name", "88", "--email", "88@numbers.test", "--password", "deskbell-demo"];
  await server.deskbell("create-agent", ...of, ...agent);
  await server.deskbell("import", "articles", writeArticles(join(server.dataDir, "articles")), ...of);
  await server.start();
  team = createServerClient({ host: server.url, apiKey: key.trim() });
  channelId = (await team.channels.list()).data.find(({ kind }) => kind === "website")?.id ?? "";
  agentId = (await team.agents.list()).data[0]?.id ?? "";
  teamId = (await team.teams.create({ name: "99", memberIds: [] })).id;
  await team.channels.update(channelId, {
    name: "2",
    settings: {
      ...{ locale: "de", title: "15", greeting: "11", tagline: "12", botName: "10", announcement: { de: "13" } },
      links: [{ label: { de: "14" }, url: "https://example.com" }],
    },
  });
  site = await serveWebsite(server.url, {
    html: `<!doctype html><html lang="en"><title>20</title><link rel="icon" href="data:," /><script async src="http://localhost:4000/w/${channelKey}.js"></script></html>`,
  });
  browser = await openBrowser();
  bracket = await building;
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await server.remove();
});
beforeEach(async () => {
  // The browser speaks what the widget does not: what asks the browser instead of the widget is found as well.
  context = await browser.newContext({ locale: "ja-JP", viewport: viewports.desktop, reducedMotion: "reduce" });
  context.setDefaultTimeout(30_000);
  await bracket(context);
  page = await context.newPage();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await takeScreenshot(page, "failed");
  await context.close();
});

function writeArticles(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, category] of [
    ["4711", "31"],
    ["4712", "32"],
  ])
    writeFileSync(
      join(folder, `${name}.md`),
      `---\ntitle: "${name} 1"\ndescription: "${name} 2"\ncategory: "${category}"\n---\n\n## ${name} 3\n\n${name} 4 ${name} 5\n`,
    );
  return folder;
}

/** Whatever is seen or read out, and where. `quoted`: what somebody has said may stand there. */
const readScreen = (): Promise<{ where: string; text: string; quoted: boolean }[]> =>
  page.evaluate(() => {
    const widget = document.querySelector("deskbell-widget")?.shadowRoot;
    if (!widget) throw new Error("There is no widget");
    const spoken = /^(aria-(label|description|roledescription|placeholder|valuetext)|placeholder|title|alt|label)$/;
    const found = [{ where: "title of the page", text: document.title, quoted: false }];
    for (const element of widget.querySelectorAll("*")) {
      // Codes, addresses and names of headers are the same in all languages.
      if (!element.checkVisibility() || element.closest("style, code, .detail, [aria-hidden=true]")) continue;
      const where = `${element.tagName.toLowerCase()}.${element.className}`;
      const note = (text: string | null | undefined, part = "", quoted = false) => {
        if (text) found.push({ where: where + part, text, quoted });
      };
      for (const { name, value } of element.attributes) if (spoken.test(name)) note(value, `[${name}]`);
      if (element instanceof HTMLInputElement && /submit|button|reset/.test(element.type)) note(element.value);
      for (const part of ["::before", "::after"])
        note(/^"(.*)"$/s.exec(getComputedStyle(element, part).content)?.[1], part);
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE)
          note(node.textContent, "", element.closest(".bubble .rich, [aria-live]") !== null);
    }
    return found;
  });

interface Expected {
  /** Whose brackets there should be. */
  locale?: string;
  /** What the bot has said, in sentences of the server's. */
  said?: string;
}
const letters = (text: string) => text.replaceAll(/\P{L}+/gu, "");
/** What stands in no brackets of this language. */
function outside(text: string, locale: string): string {
  const less = text.replaceAll(new RegExp(`⟦${locale} [^⟦⟧]*⟧`, "g"), "");
  return less === text ? text.trim() : outside(less, locale);
}
const isHardCoded = (text: string, { locale = "de", said = "" }: Expected): boolean =>
  !letters(said).includes(letters(outside(text, locale)));

const screens: string[] = [];
/** Looks once it stands still: parts and words come late. */
async function look(screen: string, expected: Expected = {}): Promise<void> {
  screens.push(screen);
  const hardCoded = async () =>
    (await readScreen())
      .filter(({ text, quoted }) => isHardCoded(text, quoted ? expected : { ...expected, said: "" }))
      .map(({ where, text }) => `${where}: ${text}`);
  await expect.poll(hardCoded, { message: screen, timeout: 10_000 }).toEqual([]);
}
const run = (...args: unknown[]) => page.evaluate((given) => Reflect.get(window, "Deskbell")(...given), args);
const inPanel = (selector: string) => page.locator(`deskbell-widget ${selector}`);
const appears = (selector: string) => inPanel(selector).filter({ visible: true }).first().waitFor();
async function visit(): Promise<void> {
  await page.goto(site.origin);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
}
async function say(words: string): Promise<void> {
  await inPanel("textarea").fill(words);
  await inPanel("textarea").press("Enter");
}
/** What the bot has said there. */
const wordsOfBot = async (id: string): Promise<string> =>
  (await team.messages.list(id)).data.map(({ author, body }) => (author.kind === "bot" ? body : "")).join(" ");
/** The conversation that was begun last. */
const latest = async () => (await team.conversations.list({ view: "all" })).data[0]?.id ?? "";
const answer = async (body: string, more: object = {}) => team.messages.send(await latest(), { body, ...more });

const never: OfficeHours["week"] = Array.from({ length: 7 }, () => []);
const always: OfficeHours["week"] = never.map(() => [{ from: "00:00", to: "24:00" }]);
const hours = (week: OfficeHours["week"]) => ({ timeZone: "UTC", week, holidays: [], replyMinutes: 90 });
const field: Omit<PreChatField, "name" | "label"> = {
  ...{ kind: "text", required: true, pattern: null, options: [], keepIn: "conversation", link: null },
};

it("the way in: home, questions, a new chat, emoji and files", async () => {
  await team.channels.update(channelId, {
    hours: hours(never),
    preChat: {
      intro: null,
      fields: [
        { ...field, name: "topic", label: { de: "41" } },
        { ...field, name: "mail", kind: "email", label: { de: "42" } },
        { ...field, name: "one", kind: "select", label: { de: "43" }, options: [{ value: "1", label: { de: "44" } }] },
        { ...field, name: "consent", kind: "consent", label: { de: "45" }, link: "https://example.com" },
      ],
    },
  });
  await visit();
  await look("launcher");
  await run("open");
  await appears(".office");
  await appears(".announcement");
  await look("home, nobody there");
  await inPanel(".search input").fill("4711");
  await appears(".rows small");
  await look("home, searching");
  await inPanel(".search input").fill("987654");
  await appears(".none");
  await look("home, nothing found");
  await run("newMessage");
  await appears(".pre-chat form");
  await look("questions first");
  await inPanel(".pre-chat [name=mail]").fill("1@");
  await inPanel(".pre-chat [type=submit]").click();
  await appears(".pre-chat .wrong");
  await look("questions, filled in wrongly");
  await team.channels.update(channelId, { preChat: null, hours: hours(always) });
  await visit();
  await run("open");
  await appears(".office");
  await look("home, in office hours");
  await run("newMessage");
  await appears(".composer .attach");
  await look("new chat");
  await inPanel(".composer .emoji").click();
  await appears(".emoji-picker");
  await look("emoji");
  await page.keyboard.press("Escape");
  const file = (name: string, mimeType: string, bytes: number) => ({
    name,
    mimeType,
    buffer: Buffer.alloc(bytes, "1 "),
  });
  const pick = inPanel("input[type=file]");
  await pick.setInputFiles([
    file("50", "text/plain", 2000),
    file("51", "application/x-1", 2000),
    file("52", "text/plain", 0),
  ]);
  await appears(".tray [role=alert]");
  await look("files, some refused");
  for (const count of [3, 2])
    await inPanel(".tray .tray-x")
      .nth(count - 1)
      .click();
  await pick.setInputFiles(Array.from({ length: 12 }, (_, n) => file(`${60 + n}`, "text/plain", 2000)));
  await appears(".tray-note");
  await look("too many files");
});

it("a chat: with the bot, waiting, with an agent, to its end and its rating", async () => {
  await visit();
  await run("newMessage");
  await say("4711");
  await appears(".message:not(.mine) .rich");
  await appears(".sources");
  const id = await latest();
  const said = await wordsOfBot(id);
  await look("an answer of the bot", { said });
  await inPanel(".menu > button").click();
  await appears(".menu-items [aria-pressed]");
  await look("the chat's menu", { said });
  await inPanel(".menu-items [aria-expanded]").click();
  await inPanel(".mail-form [type=submit]").click();
  await appears(".mail-form .wrong");
  await look("the conversation by e-mail, left empty", { said });
  await inPanel(".menu-items button").last().click();
  await appears(".menu-items .danger");
  await look("ending it", { said });
  await page.keyboard.press("Escape");
  await inPanel(".message.mine button").first().click();
  await appears(".change textarea");
  await look("changing a message", { said });
  await inPanel(".change .danger").click();
  await inPanel(".change textarea").waitFor({ state: "detached" });
  await look("deleting it", { said });
  await page.keyboard.press("Escape");

  await inPanel(".icon-button").and(inPanel("[title]")).first().click();
  await appears(".activity");
  await look("a person asked for", { said });
  await team.conversations.transfer(id, { teamId });
  await inPanel(".activity").nth(1).waitFor();
  await look("waiting", { said });
  await team.conversations.assign(id, { agentId });
  await inPanel(".activity").nth(2).waitFor();
  const first = await answer("81");
  const second = await answer("82");
  await team.messages.edit(id, first.id, { body: "83" });
  await team.messages.delete(id, second.id);
  await appears(".gone");
  await look("with an agent", { said });
  await team.conversations.close(id);
  await appears(".rating");
  await look("ended", { said });
  await inPanel(".star").nth(1).click();
  await appears(".rating input");
  await look("rated", { said });
  await inPanel(".rating input").fill("85");
  await inPanel(".rating [type=submit]").click();
  await inPanel(".rating input").waitFor({ state: "detached" });
  await look("rated in words", { said });
  await inPanel(".menu > button").click();
  const download = page.waitForEvent("download");
  await inPanel(".menu-items [aria-disabled]").first().click();
  const transcript = readFileSync(await (await download).path(), "utf8");
  expect(transcript.split("\n").filter((row) => isHardCoded(row, { said }))).toEqual([]);
  await inPanel(".ended .primary").click();
  await appears(".composer .attach");
  await inPanel(".icon-button").and(inPanel("[title]")).first().click();
  await say("86");
  await appears(".message.mine:not(.pending)");
  await run("showHome");
  await appears(".row-top");
  await look("home, with a chat under way");
  await inPanel(".sections button").nth(1).click();
  await appears(".rows .row");
  await look("conversations");
});

it("all that can be offered in a chat", async () => {
  await visit();
  await run("newMessage");
  await inPanel(".icon-button").and(inPanel("[title]")).first().click();
  await say("80");
  await appears(".activity");
  await appears(".message.mine:not(.pending)");
  const ask = { kind: "email", required: false, pattern: null, options: [] };
  const form = {
    ...{ type: "form", title: null, submitText: null },
    fields: [
      { ...ask, name: "mail", label: "42" },
      { ...ask, name: "one", label: "43", kind: "select", options: ["1", "2"] },
      { ...ask, name: "consent", label: "45", kind: "consent", required: true },
    ],
  };
  await answer("83", { payload: form });
  await appears("form.in-thread");
  await look("a form");
  await inPanel("form.in-thread [type=submit]").click();
  await appears("form.in-thread .wrong");
  await look("a form, left empty");
  await inPanel("form.in-thread [name=mail]").fill("1@2");
  await inPanel("form.in-thread [type=submit]").click();
  await look("a form, filled in wrongly");
  await inPanel("form.in-thread [name=mail]").fill("");
  await inPanel("form.in-thread [name=one]").selectOption("1");
  await inPanel("form.in-thread [name=consent]").check();
  await inPanel("form.in-thread [type=submit]").click();
  await appears("dl.answers");
  await look("a form, answered");
  const card = { title: "84", text: "85", imageUrl: null, buttons: [{ kind: "reply", text: "86", value: "1" }] };
  await answer("87", { payload: { type: "cards", cards: [card] } });
  await answer("88", { payload: { type: "articles", slugs: ["4711"] } });
  await answer("89", { payload: { type: "quick_replies", options: [{ value: "1", text: "90" }] } });
  await appears(".choices");
  await appears(".cards");
  await appears(".source");
  await look("cards, articles and quick replies");
});

it("articles and tickets", async () => {
  const { keepIn: _, ...question } = field;
  await team.channels.update(channelId, {
    ticketFields: [
      { ...question, name: "device", label: { de: "46" } },
      { ...question, name: "agreed", kind: "consent", label: { de: "47" }, link: "https://example.com" },
    ],
  });
  await visit();
  await run("showArticles");
  await appears(".chips button");
  await look("articles");
  await inPanel(".search input").fill("4712");
  await appears(".rows small");
  await look("articles, searching");
  await run("showArticle", "4711");
  await appears(".helpful button");
  await look("an article");
  await inPanel(".helpful button").last().click();
  await appears(".missing input");
  await look("an article that did not help");
  await inPanel(".missing input").fill("1");
  await inPanel(".missing [type=submit]").click();
  await inPanel(".missing").waitFor({ state: "detached" });
  await look("thanks");
  await run("showArticle", "4713");
  await appears(".empty");
  await look("an article that there is not");
  await run("showTickets");
  await appears(".empty");
  await look("no tickets");
  await inPanel(".floating button").click();
  await appears("[name='customFields.device']");
  await inPanel(".form [type=submit]").click();
  await look("ticket form, left empty");
  await inPanel("[name='customFields.device']").fill("48");
  await inPanel("[name='customFields.agreed']").check();
  await inPanel("[name=subject]").fill("4711");
  await appears(".form .card .rows");
  await inPanel(".form textarea").fill("1");
  await inPanel("[name=email]").fill("1@");
  await inPanel(".form [type=submit]").click();
  await look("ticket form, suggesting an article, with a wrong address");
  await inPanel("[name=email]").fill("");
  await inPanel(".form [type=submit]").click();
  await appears(".empty .primary");
  await look("ticket sent");
  await inPanel(".empty .primary").click();
  await inPanel(".way-more").click();
  await appears(".way .answers");
  await look("a ticket, with what was answered");
  const { id } = (await team.tickets.list({})).data[0] ?? { id: "" };
  for (const status of ["in_progress", "pending_contact", "on_hold", "resolved"] as const) {
    const { version } = await team.tickets.get(id);
    await team.tickets.update(id, { version, status });
    await inPanel(".activity").nth(["in_progress", "pending_contact", "on_hold", "resolved"].indexOf(status)).waitFor();
    await look(`a ticket that is ${status}`);
  }
  const { version } = await team.tickets.get(id);
  await team.tickets.update(id, { version, status: "closed" });
  await appears(".ended");
  await look("a ticket at its end");
  await run("showTickets");
  await appears(".rows .row");
  await look("tickets");
});

it("what goes wrong", async () => {
  await context.route(/\/chat-parts/, (route) => route.abort());
  await visit();
  await run("open");
  await appears(".empty button");
  await look("home, with parts missing");
  await context.unroute(/\/chat-parts/);
  await context.route(/\/v1\/sessions/, (route) => route.abort());
  await visit();
  await run("open");
  await appears(".empty button");
  await look("home, without a server");
  await run("newMessage");
  await say("1");
  await appears(".message.pending");
  await look("unsent words");
  await context.unroute(/\/v1\/sessions/);
  for (const [code, status] of [
    ["identity_required", 401],
    ["rate_limited", 429],
    ["internal", 500],
  ] as const) {
    const refuse = { status, json: { error: { code, message: "In the server's words", requestId: "1" } } };
    await context.route(/\/v1\/(sessions|tickets|articles)/, (route) =>
      route.fulfill({ ...refuse, headers: { "access-control-allow-origin": "*" } }),
    );
    await visit();
    await run("open");
    await run("showTickets");
    await appears(".empty p:not(:empty)");
    await look(`tickets, refused with ${code}`);
    await context.unroute(/\/v1\/(sessions|tickets|articles)/);
  }
  await visit();
  await run("newMessage");
  await context.route(/\/messages|\/conversations/, (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          ...{ status: 403, headers: { "access-control-allow-origin": "*" } },
          json: { error: { code: "blocked", message: "In the server's words", requestId: "1" } },
        })
      : route.fallback(),
  );
  await say("1");
  // That it failed, and why.
  await appears('.failed .meta span:text-matches("⟧ ⟦")');
  await look("words that were refused");
  await context.routeWebSocket(/\/socket\//, (socket) => socket.close());
  await context.route(/transport=polling/, (route) => route.abort());
  await visit();
  await run("newMessage");
  await appears(".hint-line");
  await look("without a line");
});

it("beside the panel: a preview, the page's title, a proactive message, the diagnosis", async () => {
  await visit();
  await run("newMessage");
  await inPanel(".icon-button").and(inPanel("[title]")).first().click();
  await say("80");
  await appears(".activity");
  await run("close");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await answer("81");
  await appears(".notice");
  await page.waitForFunction(() => document.title.includes("⟦"));
  await look("a preview");
  const rule = { ...{ url: null, seconds: 0, scroll: null, attribute: null }, name: "1", enabled: true };
  await team.channels.update(channelId, { proactive: [{ ...rule, id: "rule-0001", message: { de: "82" } }] });
  const other = await browser.newContext({ locale: "ja-JP", viewport: viewports.desktop });
  await bracket(other);
  page = await other.newPage();
  await visit();
  await appears(".notice");
  await look("a proactive message");
  await team.channels.update(channelId, { proactive: [] });
  await other.route(/\/v1\/sessions\/check/, (route) => route.abort());
  await other.route(/transport=polling/, (route) => route.abort());
  await run("diagnose");
  await appears("dialog.diagnosis li");
  await look("the diagnosis");
  await other.close();
});

it("another language, on every screen at once", async () => {
  await visit();
  for (const [show, landmark] of [
    ["showHome", ".office"],
    ["newMessage", ".composer .attach"],
    ["showTickets", ".empty"],
    ["showArticles", ".chips"],
  ] as const) {
    await run(show);
    await appears(landmark);
    for (const locale of ["ar", "en", "de"]) {
      await run("setLocale", locale);
      await look(`${show} in ${locale}`, { locale });
    }
  }
  expect(new Set(screens).size).toBeGreaterThan(55);
});
