import type { PreChatField } from "@deskbell/sdk/agent";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel } from "./demo-channel.ts";
import { viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
let helper: ServerClient;
beforeAll(async () => {
  // So that the widget offers mail: none is sent.
  server = await createTestServer({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "support@example.test" });
  const key = await server.deskbell("create-api-key", "--workspace", "demo", "--name", "بل", "--role", "agent");
  await server.start();
  browser = await openBrowser();
  helper = createServerClient({ host: server.url, apiKey: key.trim() });
  const label = (words: string) => ({ ar: words });
  const field: Omit<PreChatField, "name" | "label"> = {
    kind: "text",
    required: true,
    pattern: null,
    options: [],
    keepIn: "conversation",
    link: null,
  };
  const { keepIn: _, ...question } = field;
  await changeDemoChannel(server, {
    settings: { botName: "بل", greeting: "أهلاً", tagline: "كيف نساعدك؟" },
    hours: { timeZone: "UTC", week: Array.from({ length: 7 }, () => []), holidays: [], replyMinutes: null },
    preChat: {
      intro: null,
      fields: [
        { ...field, name: "topic", label: label("الموضوع") },
        { ...field, name: "consent", kind: "consent", label: label("أوافق"), link: "https://example.com" },
      ],
    },
    ticketFields: [
      { ...question, name: "device", label: label("الجهاز") },
      { ...question, name: "agreed", kind: "consent", label: label("أوافق"), link: "https://example.com" },
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/**
 * What a reader of one script sees or hears in another: words of ours that are not in their language. What people and articles say
 * stands in elements that say so (`bdi`, `dir="auto"`, `article`), and is left out; its labels are not.
 */
const foreign = (page: Page, letters: string): Promise<string[]> =>
  page.evaluate((pattern) => {
    const root = document.querySelector("deskbell-widget")?.shadowRoot;
    if (!root) throw new Error("There is no widget");
    const strange = new RegExp(pattern);
    const found: string[] = [];
    const note = (what: string | null | undefined, where: Element) => {
      if (what && strange.test(what))
        found.push(`${where.tagName.toLowerCase()}.${where.className}: ${what.trim().slice(0, 80)}`);
    };
    for (const element of root.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest("style, [aria-hidden=true]")) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt"]) note(element.getAttribute(name), element);
      if (element.closest("bdi, [dir=auto], .rich, .preview, .launcher") && !element.closest(".helpful")) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) note(node.textContent, element);
    }
    return found;
  }, letters);
const latin = "[A-Za-z]{2,}";
const arabic = "[\\u0621-\\u064A]{2,}";

it("no screen has a word that is not of the reader's language, nor keeps one when the language changes", async () => {
  const page = await (await browser.newContext({ locale: "ar", viewport: viewports.desktop })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}/demo`);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  const run = (...args: string[]) => page.evaluate((given) => Reflect.get(window, "Deskbell")(...given), args);
  const inPanel = (selector: string) => page.locator(`deskbell-widget ${selector}`);
  const visited: string[] = [];
  /** Looks once it stands still: parts and words come late. */
  const look = async (screen: string) => {
    visited.push(screen);
    await expect.poll(() => foreign(page, latin), { timeout: 5000 }).toEqual([]);
  };

  await run("open");
  await inPanel(".office").waitFor();
  await look("home");
  await inPanel(".search input").fill("widget");
  await inPanel(".rows small").first().waitFor();
  await look("home, searching");
  await inPanel(".search input").fill("qqqqzzzz");
  await inPanel(".none").waitFor();
  await expect.poll(() => foreign(page, latin.replace("A-Za-z", "A-PR-YA-pr-y"))).toEqual([]);

  await run("newMessage");
  await inPanel(".pre-chat form").waitFor();
  await look("questions first");
  await inPanel(".pre-chat [type=submit]").click();
  await look("questions, left empty");
  await inPanel(".pre-chat [name=topic]").fill("سؤال");
  await inPanel(".pre-chat [name=consent]").check();
  await inPanel(".pre-chat [type=submit]").click();
  await inPanel("textarea").waitFor();
  await look("new chat");
  await inPanel(".composer .emoji").click();
  await inPanel(".emoji-picker").waitFor();
  await look("emoji");
  await page.keyboard.press("Escape");
  await inPanel("textarea").fill("أريد التحدث إلى شخص");
  await page.keyboard.press("Enter");
  await inPanel(".message.mine").first().waitFor();
  await look("chat");
  const all = async () => (await helper.conversations.list({ view: "all" })).data;
  // What is shown may still be on its way.
  await expect.poll(all, { timeout: 10_000 }).toHaveLength(1);
  const id = (await all())[0]?.id ?? "";
  await helper.messages.send(id, {
    body: "اختر",
    payload: { type: "quick_replies", options: [{ value: "a", text: "أ" }] },
  });
  await inPanel(".choices").waitFor();
  await look("quick replies");
  await helper.messages.send(id, {
    body: "استمارة",
    payload: {
      type: "form",
      title: null,
      submitText: null,
      fields: [{ name: "mail", label: "البريد", kind: "email", required: false, pattern: null, options: [] }],
    },
  });
  await inPanel("form.in-thread").waitFor();
  await look("a form in the thread");
  await inPanel(".message.mine button").first().click();
  await inPanel(".change").waitFor();
  await look("changing a message");
  await page.keyboard.press("Escape");
  await inPanel(".menu > button").click();
  await inPanel(".menu-items svg").nth(2).waitFor();
  await look("the chat's menu");
  await inPanel(".menu-items [aria-expanded]").click();
  await inPanel(".mail-form [type=submit]").click();
  await inPanel(".mail-form .wrong").waitFor();
  await look("the conversation by e-mail, left empty");
  await inPanel(".menu-items button").last().click();
  await look("ending it");
  await inPanel(".menu-items .danger").click();
  await inPanel(".rating .star").first().waitFor();
  await look("ended");
  await inPanel(".star").nth(1).click();
  await inPanel(".rating input").waitFor();
  await look("rated");

  await run("showArticles");
  await inPanel(".chips button").first().waitFor();
  // Categories are the help centre's own words.
  await expect.poll(async () => (await foreign(page, latin)).filter((each) => !each.startsWith("button."))).toEqual([]);
  await run("showArticle", "put-the-widget-on-your-website");
  await inPanel(".helpful button").first().waitFor();
  await inPanel(".helpful button").last().click();
  await inPanel(".missing input").waitFor();
  expect((await foreign(page, latin)).filter((each) => !each.startsWith("h2"))).toEqual([]);
  await run("showTickets");
  await inPanel(".empty").waitFor();
  await look("tickets");
  await inPanel(".floating button").click();
  await inPanel("[name='customFields.device']").waitFor();
  await inPanel(".form [type=submit]").click();
  await look("ticket form, left empty");
  await inPanel("[name=subject]").fill("موضوع");
  await inPanel(".form textarea").fill("نص");
  await inPanel("[name='customFields.device']").fill("هاتف");
  await inPanel("[name='customFields.agreed']").check();
  await inPanel("[name=email]").fill("ada@");
  await inPanel(".form [type=submit]").click();
  await look("ticket form with a wrong address");
  await inPanel("[name=email]").fill("");
  await inPanel(".form [type=submit]").click();
  await inPanel(".empty .primary").waitFor();
  await look("ticket sent");
  await inPanel(".empty .primary").click();
  await inPanel(".way-more").click();
  await inPanel(".way .answers").waitFor();
  await look("ticket");
  await run("close");
  const [ticket] = (await helper.tickets.list({})).data;
  await helper.messages.send(ticket?.conversationId ?? "", { body: "مرحبا" });
  await inPanel(".notice").waitFor();
  await look("preview");
  expect(visited.length).toBeGreaterThan(15);

  // At run time, with everything that is on the screen and all that has been loaded.
  await run("open");
  for (const [show, landmark] of [
    ["showHome", ".office"],
    ["showTickets", ".rows"],
    ["showArticles", ".chips"],
  ] as const) {
    await run(show);
    await inPanel(landmark).first().waitFor();
    await run("setLocale", "de");
    await expect
      .poll(async () => (await foreign(page, arabic)).filter((each) => !/أهلاً|كيف نساعدك|بل/.test(each)), {
        timeout: 5000,
      })
      .toEqual([]);
    await run("setLocale", "ar");
  }
});
