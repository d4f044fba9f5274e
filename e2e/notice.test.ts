import { readFileSync } from "node:fs";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openPanel, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
let helper: ServerClient;
beforeAll(async () => {
  server = await createTestServer();
  const key = await server.deskbell("create-api-key", "--workspace", "demo", "--name", "Helper", "--role", "agent");
  await server.start();
  browser = await openBrowser();
  helper = createServerClient({ host: server.url, apiKey: key.trim() });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** A contact who waits for an answer with the panel closed. Tones are counted instead of played. */
async function waiting(options: BrowserContextOptions = {}): Promise<{ page: Page; id: string }> {
  const context = await browser.newContext({ viewport: viewports.desktop, locale: "en-GB", ...options });
  await context.addInitScript(() => {
    Reflect.set(window, Symbol.for("tones"), 0);
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        Reflect.set(window, Symbol.for("tones"), Reflect.get(window, Symbol.for("tones")) + 1);
      }
    };
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}/demo`);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  const words = `I would like to talk to a human ${Math.random()}`;
  await say(page, words);
  await page.getByText("You asked for a person").first().waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  const { data } = await helper.conversations.list({ view: "queue" });
  const ids = await Promise.all(
    data.map(async ({ id }) => ((await helper.messages.list(id)).data.some(({ body }) => body === words) ? [id] : [])),
  );
  const [id] = ids.flat();
  if (!id) throw new Error("The conversation is not in the queue");
  return { page, id };
}
const answer = (id: string, body: string) => helper.messages.send(id, { body });
const preview = (page: Page) => page.getByRole("region", { name: "New message" });
const tones = (page: Page) => page.evaluate(() => Reflect.get(window, Symbol.for("tones")) as number);
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: is });
    Object.defineProperty(document, "visibilityState", { configurable: true, value: is ? "hidden" : "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

it("an answer to a closed panel is shown beside the launcher, and a press opens it", async () => {
  const { page, id } = await waiting();
  await answer(id, "**Here** we are. What is it about?");
  await preview(page).getByText("Here we are. What is it about?", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Open chat 1" }).waitFor();
  await takeScreenshot(page, "widget-preview");
  await preview(page)
    .getByRole("button", { name: /Here we are/ })
    .click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  expect(await preview(page).count()).toBe(0);
  await page.getByRole("button", { name: "Close" }).click();
  expect(await preview(page).count()).toBe(0);
  expect(await tones(page)).toBe(0);
});

it("a preview goes when it is put away, deleted, or read elsewhere; the next one comes again", async () => {
  const { page, id } = await waiting();
  await answer(id, "One");
  await preview(page).getByRole("button", { name: "Close" }).click();
  await preview(page).waitFor({ state: "detached" });
  const { id: second } = await answer(id, "Two");
  await preview(page).getByText("Two", { exact: true }).waitFor();
  await helper.messages.delete(id, second);
  await preview(page).waitFor({ state: "detached" });
  await answer(id, "Three");
  await preview(page).getByText("Three", { exact: true }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${server.url}/demo`);
  await openPanel(other);
  await other.getByRole("button", { name: /Three/ }).click();
  await preview(page).waitFor({ state: "detached" });
});

it("a hidden page says it in its title until it is looked at, and keeps a title that it gives itself", async () => {
  const { page, id } = await waiting();
  const own = await page.title();
  await hide(page, true);
  await answer(id, "Hello?");
  await page.waitForFunction(() => document.title === "Helper has written");
  await page.waitForFunction((title) => document.title === title, own);
  await page.evaluate(() => {
    document.title = "Basket (3)";
  });
  await page.waitForFunction(() => document.title === "Helper has written");
  await hide(page, false);
  expect(await page.title()).toBe("Basket (3)");
});

it("a page may want none of it", async () => {
  const { page, id } = await waiting();
  await page.evaluate(() => Reflect.get(window, "Deskbell")("update", { hideNotices: true }));
  await answer(id, "Quietly");
  await page.getByRole("button", { name: "Open chat 1" }).waitFor();
  expect(await preview(page).count()).toBe(0);
});

it("it sounds for who wants it to, also on the next page", async () => {
  const { page, id } = await waiting();
  await page.getByRole("button", { name: /^Open chat/ }).click();
  await page.getByRole("button", { name: "More" }).click();
  const sound = page.getByRole("button", { name: "Sound for new messages" });
  expect(await sound.getAttribute("aria-pressed")).toBe("false");
  await sound.click();
  expect(await sound.getAttribute("aria-pressed")).toBe("true");
  expect(await tones(page)).toBe(1);
  await takeScreenshot(page, "widget-chat-menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.getByRole("button", { name: /^Open chat/ }).waitFor();
  await page.waitForFunction(() => document.querySelector("deskbell-widget")?.shadowRoot?.querySelector(".panel"));
  await helper.conversations.get(id);
  await page.waitForResponse(
    (response) => response.url().includes("/v1/changes") || response.url().includes("/socket"),
  );
  await answer(id, "Ding");
  await preview(page).getByText("Ding", { exact: true }).waitFor();
  expect(await tones(page)).toBe(1);
});

it("a conversation can be taken along as a text file, whole", async () => {
  const { page, id } = await waiting();
  for (let count = 1; count <= 60; count++) await answer(id, `Line ${count}`);
  await page.getByRole("button", { name: /^Open chat/ }).click();
  await page.getByRole("button", { name: "More" }).click();
  const downloads = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the conversation" }).click();
  const file = await downloads;
  expect(file.suggestedFilename()).toMatch(/^conversation-\d{4}-\d\d-\d\d\.txt$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toMatch(/You \([^)]+\)\nI would like to talk to a human/);
  expect(text).toContain("— You asked for a person");
  for (const count of [1, 30, 60]) expect(text).toMatch(new RegExp(`^Helper \\([^)]+\\)\\nLine ${count}$`, "m"));
});

it.each([
  ["de-DE", "Neue Nachricht", "dark"],
  ["ar", "رسالة جديدة", "light"],
] as const)("a preview fits a phone in %s", async (locale, label, colorScheme) => {
  const { page, id } = await waiting();
  await page.evaluate(
    ([to, theme]) => {
      Reflect.get(window, "Deskbell")("setLocale", to);
      Reflect.get(window, "Deskbell")("setTheme", theme);
    },
    [locale, colorScheme],
  );
  await page.setViewportSize(viewports.phone);
  await answer(id, "We have looked at it, and it is as you say. Could you tell us which of the two you have at home?");
  await page.getByRole("region", { name: label }).waitFor();
  await takeScreenshot(page, `widget-preview-${locale}`);
});
