import type { PreChatField } from "@deskbell/sdk/agent";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel } from "./demo-channel.ts";
import { openConsole, openPanel, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const field = (name: string, more: Partial<PreChatField>): PreChatField => ({
  name,
  label: { en: name },
  kind: "text",
  required: true,
  pattern: null,
  options: [],
  keepIn: "conversation",
  link: null,
  ...more,
});
const email = field("mail", {
  label: { en: "Your e-mail", de: "Ihre E-Mail-Adresse", ar: "بريدك الإلكتروني" },
  kind: "email",
  keepIn: "email",
});
const topic = field("topic", {
  label: { en: "What is it about?", de: "Worum geht es?", ar: "ما الموضوع؟" },
  kind: "select",
  options: [
    { value: "sales", label: { en: "Buying", de: "Kauf", ar: "شراء" } },
    { value: "help", label: { en: "Help", de: "Hilfe", ar: "مساعدة" } },
  ],
});
const consent = field("privacy", {
  label: {
    en: "I agree to the privacy policy",
    de: "Ich stimme der Datenschutzerklärung zu",
    ar: "أوافق على سياسة الخصوصية",
  },
  kind: "consent",
  link: "https://example.com/privacy",
});
const ask = (...fields: PreChatField[]) =>
  changeDemoChannel(server, {
    preChat: { intro: { en: "A few words first.", de: "Erst ein paar Fragen.", ar: "بضعة أسئلة أولاً." }, fields },
  });

beforeEach(() => ask(email, topic, consent));

async function visit(
  locale = "en-GB",
  viewport: { width: number; height: number } = viewports.desktop,
  colorScheme: "light" | "dark" = "light",
): Promise<Page> {
  const page = await (await browser.newContext({ locale, viewport, colorScheme })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}/demo`);
  return page;
}
const begin = (page: Page) => page.getByRole("button", { name: /^Send us a message/ }).click();
const go = (page: Page) => page.getByRole("button", { name: "Start the chat" }).click();

it("questions come before the first message, say what is wrong, and agents see the answers", async () => {
  const page = await visit();
  await openPanel(page);
  await begin(page);
  await page.getByText("A few words first.").waitFor();
  await page.keyboard.type("ada@");
  await go(page);
  await page.getByText("This is not a complete e-mail address.").waitFor();
  expect(await page.getByText("Please fill this in.").count()).toBe(2);
  expect(await page.getByRole("textbox", { name: "Your message" }).count()).toBe(0);
  await page.getByLabel("Your e-mail").fill("ada@example.com");
  await page.getByLabel("What is it about?").selectOption({ label: "Help" });
  expect(await page.getByRole("link", { name: /privacy policy/ }).getAttribute("href")).toBe(
    "https://example.com/privacy",
  );
  await page.getByRole("checkbox", { name: "I agree to the privacy policy" }).check();
  await takeScreenshot(page, "widget-pre-chat");
  await go(page);
  // The focus is in the composer: typing goes on.
  await page.locator("textarea:focus").waitFor();
  await page.keyboard.type("Words after answers");
  await page.keyboard.press("Enter");
  await page.getByText("Words after answers").waitFor();

  const agent = await openConsole(browser, server);
  await agent.getByRole("link", { name: "All" }).click();
  await agent
    .getByRole("link", { name: /ada@example.com/ })
    .first()
    .click();
  await agent.getByText("help", { exact: true }).first().waitFor();

  // What is known is not asked again.
  await page.reload();
  await openPanel(page);
  await begin(page);
  await page.getByLabel("What is it about?").waitFor();
  expect(await page.getByLabel("Your e-mail").count()).toBe(0);
  expect(await page.getByLabel("What is it about?").inputValue()).toBe("");
});

it("what is half filled in survives a reload, and a change of language", async () => {
  const page = await visit();
  await openPanel(page);
  await begin(page);
  await page.getByLabel("Your e-mail").fill("ada@exam");
  await page.reload();
  await openPanel(page);
  await begin(page);
  await page.getByText("A few words first.").waitFor();
  expect(await page.getByLabel("Your e-mail").inputValue()).toBe("ada@exam");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("setLocale", "de"));
  await page.getByText("Worum geht es?").waitFor();
  expect(await page.getByLabel("Ihre E-Mail-Adresse").inputValue()).toBe("ada@exam");
});

it("words that a page sends wait for the answers, and go out with them", async () => {
  await ask(topic);
  const page = await visit();
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  await page.evaluate(() => Reflect.get(window, "Deskbell")("sendMessage", "Sent by the page"));
  await page.getByText("Sent by the page").waitFor();
  await page.getByLabel("What is it about?").selectOption({ label: "Buying" });
  await go(page);
  await page.getByText("Not sent.").waitFor({ state: "detached" });
  await say(page, "And one more");
  await page.getByText("And one more").waitFor();
  expect(await page.getByText("Sent by the page").count()).toBe(1);
});

it.each([
  ["de-DE", "Erst ein paar Fragen.", "light"],
  ["ar", "بضعة أسئلة أولاً.", "dark"],
] as const)("fits a phone in %s", async (locale, words, scheme) => {
  const page = await visit(locale, viewports.phone, scheme);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("newMessage"));
  await page.getByText(words).waitFor();
  const narrowest = await page.evaluate(() => {
    const root = document.querySelector("deskbell-widget")?.shadowRoot;
    const inputs = [...(root?.querySelectorAll("input:not([type=checkbox]), select, textarea") ?? [])];
    return Math.min(...inputs.map((input) => Number.parseFloat(getComputedStyle(input).fontSize)));
  });
  expect(narrowest).toBeGreaterThanOrEqual(16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await takeScreenshot(page, `widget-pre-chat-${locale}`);
});
