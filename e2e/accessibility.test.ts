import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { presetNames } from "@deskbell/sdk";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel } from "./demo-channel.ts";
import { createTestServer, type TestServer } from "./server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  // So that the widget offers mail: none is sent.
  server = await createTestServer({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "support@example.test" });
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** What breaks WCAG 2.1 A or AA, shadow roots included: the rule and where. */
async function barriers(page: Page, within = "html"): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate((part): Promise<AxeResults> => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    return Reflect.get(window, "axe").run(part, { runOnly: tags });
  }, within);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(" ")}`));
}

describe.each(["light", "dark"] as const)("nobody is kept out, %s", (colorScheme) => {
  async function open(path: string): Promise<Page> {
    // The pages' own policies would refuse the checker.
    const options = {
      colorScheme,
      locale: "en-GB",
      bypassCSP: true,
      reducedMotion: "reduce" as const,
      viewport: { width: 1440, height: 900 },
    };
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(server.url + path);
    return page;
  }

  it("of the widget", async () => {
    const page = await open("/demo");
    const run = (...args: string[]) => page.evaluate((given) => Reflect.get(window, "Deskbell")(...given), args);
    await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
    await run("open");
    await page.getByRole("button", { name: /^Send us a message/ }).waitFor();
    expect(await barriers(page), "home").toEqual([]);
    for (const preset of presetNames) {
      const looks = { preset, title: "Fernwood", logoUrl: `${server.url}/w/none.png`, brandColor: "#777777" };
      await page.evaluate((settings) => Reflect.get(window, "Deskbell")("update", settings), looks);
      await page.getByRole("dialog", { name: "Fernwood" }).waitFor();
      expect(await barriers(page), `home, ${preset}`).toEqual([]);
    }
    await run("newMessage", "How do I put the widget on my website?");
    await page.getByRole("textbox", { name: "Your message" }).press("Enter");
    await page.getByRole("button", { name: /Put the widget on your website/ }).waitFor();
    expect(await barriers(page), "chat").toEqual([]);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Send by e-mail" }).click();
    await page.getByRole("form", { name: "Send by e-mail" }).getByRole("button", { name: "Send" }).click();
    await page.getByText("This is not a complete e-mail address.").waitFor();
    expect(await barriers(page), "a conversation by e-mail").toEqual([]);
    await page.getByRole("button", { name: "End this conversation" }).click();
    expect(await barriers(page), "the end of a conversation").toEqual([]);
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByRole("button", { name: "2 of 5 stars" }).click();
    await page.getByRole("textbox", { name: /Tell us more/ }).waitFor();
    expect(await barriers(page), "rating").toEqual([]);
    await run("showArticle", "put-the-widget-on-your-website");
    await page.getByRole("heading", { name: "Find your channel key" }).waitFor();
    expect(await barriers(page), "article").toEqual([]);
    await run("showTickets");
    await page.getByText("No tickets yet").waitFor();
    expect(await barriers(page), "tickets").toEqual([]);
    await page.getByRole("button", { name: /Submit a ticket/ }).click();
    await page.getByRole("button", { name: "Submit ticket" }).click();
    expect(await barriers(page), "ticket form with mistakes").toEqual([]);
    await page.route(/transport=polling/, (route) => route.abort());
    await run("diagnose");
    await page.getByText("polling_blocked").waitFor();
    expect(await barriers(page), "diagnosis").toEqual([]);
  });

  it("of what a visitor is asked, shown and offered besides", async () => {
    const field = { required: true, pattern: null, options: [], keepIn: "conversation" as const, link: null };
    const fields = [
      { ...field, name: "topic", kind: "text" as const, label: { en: "Topic" } },
      { ...field, name: "privacy", kind: "consent" as const, label: { en: "I agree" }, link: "https://example.com" },
    ];
    const rule = { id: `rule-${colorScheme}`, name: "One", enabled: true, message: { en: "Need a hand?" } };
    await changeDemoChannel(server, {
      preChat: { intro: null, fields },
      ticketFields: fields.map(({ keepIn: _, ...same }) => same),
      proactive: [{ ...rule, url: null, seconds: 0, scroll: null, attribute: null }],
    });
    const page = await open("/demo");
    await page.getByRole("region", { name: "A message for you" }).waitFor();
    expect(await barriers(page), "proactive message").toEqual([]);
    await page.getByRole("button", { name: /Need a hand/ }).click();
    await page.getByRole("button", { name: "Start the chat" }).click();
    await page.getByText("Please fill this in.").first().waitFor();
    expect(await barriers(page), "questions, left empty").toEqual([]);
    await page.getByLabel("Topic").fill("Prices");
    await page.getByRole("checkbox", { name: "I agree" }).check();
    await page.getByRole("button", { name: "Start the chat" }).click();
    await page.getByRole("button", { name: "Emoji" }).click();
    await page.getByRole("dialog", { name: "Emoji" }).waitFor();
    expect(await barriers(page), "emoji").toEqual([]);
    await page.evaluate(() => Reflect.get(window, "Deskbell")("showTickets"));
    await page.getByRole("button", { name: /Submit a ticket/ }).click();
    await page.getByLabel("Topic").waitFor();
    await page.getByRole("button", { name: "Submit ticket" }).click();
    await page.getByText("Please fill this in.").first().waitFor();
    expect(await barriers(page), "ticket form with questions, left empty").toEqual([]);
    await page.getByLabel("Subject").fill("Prices");
    await page.getByLabel("Message", { exact: true }).fill("Are they right?");
    await page.getByLabel("Topic").fill("Prices");
    await page.getByRole("checkbox", { name: "I agree" }).check();
    await page.getByRole("button", { name: "Submit ticket" }).click();
    await page.getByRole("button", { name: "Show the ticket" }).click();
    await page.getByRole("button", { name: "Show details" }).click();
    await page.getByRole("definition").first().waitFor();
    expect(await barriers(page), "a ticket's way and answers").toEqual([]);
    await changeDemoChannel(server, { preChat: null, proactive: [], ticketFields: [] });
  });

  it("of the console", async () => {
    const page = await open("/console");
    await page.getByLabel("E-mail").fill("owner@demo.test");
    expect(await barriers(page), "sign-in").toEqual([]);
    await page.getByLabel("Password", { exact: true }).fill("deskbell-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Inbox" }).waitFor();
    await page.goto(`${server.url}/console/inbox/closed`);
    await page
      .getByRole("link", { name: /^Visitor/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Reply" }).waitFor();
    expect(await barriers(page), "conversation").toEqual([]);
    for (const place of ["tickets", "articles"]) {
      await page.goto(`${server.url}/console/${place}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      expect(await barriers(page), place).toEqual([]);
    }
    await page.goto(`${server.url}/console/settings`);
    await page.getByRole("link", { name: /Fernwood website/ }).click();
    await page.getByRole("group", { name: "Ticket form" }).getByRole("button", { name: "Choice" }).click();
    await page.getByRole("checkbox", { name: /Archive/ }).check();
    await page.getByRole("checkbox", { name: /^Ask a few questions/ }).check();
    await page.getByRole("checkbox", { name: /^Tell when the team answers/ }).check();
    await page.getByRole("button", { name: "Add a day" }).click();
    await page.getByRole("button", { name: "Add a message" }).click();
    expect(await barriers(page), "a channel's settings").toEqual([]);
    await page.getByRole("link", { name: /^Blocked/ }).click();
    await page.getByLabel("Block a network").waitFor();
    expect(await barriers(page), "blocked").toEqual([]);
  });

  it("of what admins change", async () => {
    const page = await open("/console/settings/teams");
    await page.getByLabel("E-mail").fill("owner@demo.test");
    await page.getByLabel("Password", { exact: true }).fill("deskbell-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "New team" }).first().click();
    await page.getByLabel("Name").fill(`Team of the ${colorScheme}`);
    await page.getByLabel(/Ada Agent/).check();
    expect(await barriers(page, "dialog"), "new team").toEqual([]);
    await page.getByRole("button", { name: "New team" }).last().click();
    await page.getByRole("heading", { name: `Team of the ${colorScheme}` }).waitFor();
    expect(await barriers(page, "main"), "teams").toEqual([]);
  });

  it.each(["/help/demo", "/help/demo?q=widget", "/help/demo/a/put-the-widget-on-your-website", "/help/demo/a/nothing"])(
    "of %s",
    async (path) => expect(await barriers(await open(path))).toEqual([]),
  );
});
