import type { Browser, Page } from "playwright-core";
import { viewports } from "./screenshots.ts";
import type { TestServer } from "./server.ts";

/** A contact on the demo page, in a browser of their own. */
export async function openDemo(
  browser: Browser,
  server: TestServer,
  viewport: { width: number; height: number } = viewports.desktop,
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}/demo`);
  return page;
}

/** Opens the panel by its launcher. */
export async function openPanel(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("button", { name: /^Send us a message/ }).waitFor();
}

/** Types a message and sends it with Enter, as people do. */
export async function say(page: Page, words: string, label = "Your message"): Promise<void> {
  const field = page.getByRole("textbox", { name: label });
  await field.click();
  await field.fill(words);
  await field.press("Enter");
}

/** An agent in the console, in a browser of their own. */
export async function openConsole(
  browser: Browser,
  server: TestServer,
  email = "agent@demo.test",
  /** Runs before every page's own scripts. */
  prepare: () => void = () => undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport: viewports.desktop, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(prepare);
  await page.goto(`${server.url}/console`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("deskbell-demo");
  // The first look after the socket is there: from now on the page hears everything.
  const hears = page.waitForResponse((response) => new URL(response.url()).pathname === "/v1/agent/changes");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Inbox" }).waitFor();
  await hears;
  return page;
}

/** When these words first stand on the page, shadow roots included: `Date.now()` there, for latencies between two pages. */
export const whenSeen = (page: Page, words: string): Promise<number> =>
  page.evaluate((sought) => {
    const roots = [document.body, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return new Promise<number>((resolve) => {
      const look = (): void => {
        if (!roots.some(({ textContent }) => textContent?.includes(sought))) return;
        observer.disconnect();
        resolve(Date.now());
      };
      const observer = new MutationObserver(look);
      for (const root of roots) observer.observe(root, { subtree: true, childList: true, characterData: true });
      look();
    });
  }, words);
