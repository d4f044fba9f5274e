import { createServerClient } from "@deskbell/sdk/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
let apiKey: string;
beforeAll(async () => {
  server = await createTestServer();
  apiKey = (
    await server.deskbell("create-api-key", "--workspace", "demo", "--name", "Helper", "--role", "agent")
  ).trim();
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** What has the focus, by its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const labels = at && "labels" in at ? [...((at.labels as NodeListOf<HTMLLabelElement> | null) ?? [])] : [];
    return at?.ariaLabel ?? labels.map((label) => label.textContent).join(" ") ?? at?.textContent ?? "";
  });

/** Goes on by Tab, or back, until what has the focus is called this. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    const at = (await focused(page)) || (await focusedText(page));
    if (name.test(at)) return;
    passed.push(at.slice(0, 30));
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${name}, only: ${[...new Set(passed)].join(" | ")}`);
}
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent ?? "";
  });
const press = async (page: Page, name: RegExp) => {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
};
const seen = (page: Page, words: string | RegExp) => page.getByRole("dialog").getByText(words).first().waitFor();

it("the whole story, by keyboard alone: open, chat, emoji, article, ticket, rating, close", async () => {
  const page = await (await browser.newContext({ locale: "en-GB", viewport: viewports.desktop })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}/demo`);
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  await press(page, /^Open chat/);
  await page.getByRole("dialog").waitFor();

  await press(page, /^Send us a message/);
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await tabTo(page, /^Your message/);
  await page.keyboard.type("How do I change the greeting? ");
  await press(page, /^Emoji$/);
  await page.getByRole("dialog", { name: "Emoji" }).waitFor();
  await takeScreenshot(page, "widget-emoji");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  expect(await focusedText(page)).toBe("😂");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe(
    "How do I change the greeting? 😂",
  );
  // Escape puts away what is on top, not the panel.
  await press(page, /^Emoji$/);
  await page.getByRole("dialog", { name: "Emoji" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Emoji" }).waitFor({ state: "detached" });
  expect(await focused(page)).toBe("Your message");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();

  await tabTo(page, /colors and greeting/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("article").first().waitFor();
  await press(page, /^No$/);
  await tabTo(page, /^What did you miss/);
  await page.keyboard.type("A picture");
  await page.keyboard.press("Enter");
  await seen(page, "Thank you for telling us.");
  await page.getByRole("button", { name: "Back" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await tabTo(page, /^Back$/, "Shift+Tab");
  await page.keyboard.press("Enter");

  await press(page, /^Submit a ticket/);
  await page.getByRole("button", { name: "Submit ticket" }).waitFor();
  await tabTo(page, /^Subject/);
  await page.keyboard.type("The greeting");
  await tabTo(page, /^Message/);
  await page.keyboard.type("It does not change.");
  await press(page, /^Submit ticket$/);
  await seen(page, "We have your ticket");
  await press(page, /^Show the ticket$/);
  await seen(page, "It does not change.");

  const helper = createServerClient({ host: server.url, apiKey });
  const [ticket] = (await helper.tickets.list({ q: "The greeting" })).data;
  if (!ticket) throw new Error("The ticket is not there");
  await helper.tickets.update(ticket.id, { version: ticket.version, status: "resolved" });
  await seen(page, "Resolved");
  await tabTo(page, /^4 of 5 stars/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Tell us more/);
  await page.keyboard.type("Quick");
  await page.keyboard.press("Enter");
  await seen(page, "Thank you for your feedback.");
  const conversation = await helper.conversations.get(ticket.conversationId);
  expect(conversation.rating).toEqual({ score: 4, comment: "Quick" });

  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await focused(page)).toMatch(/^Open chat/);
});

it("on a phone the focus stays within the panel, both ways round, and comes back when it closes", async () => {
  const page = await (await browser.newContext({ locale: "en-GB", viewport: viewports.phone })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}/demo`);
  await page.getByRole("button", { name: "Open chat" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Send us a message/ }).waitFor();
  await page.waitForFunction(
    () => document.querySelector("deskbell-widget")?.shadowRoot?.querySelector(".panel")?.ariaModal === "true",
  );
  const isInside = () =>
    page.evaluate(() => {
      const root = document.querySelector("deskbell-widget")?.shadowRoot;
      return Boolean(root?.activeElement?.closest(".panel"));
    });
  for (const key of ["Tab", "Shift+Tab"])
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press(key);
      expect(await isInside()).toBe(true);
    }
  await page.keyboard.press("Escape");
  expect(await focused(page)).toMatch(/^Open chat/);
});
