import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite } from "./website.ts";

let server: TestServer;
let browser: Browser;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  browser = await openBrowser();
});
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** A website that sets the widget up in its own way. */
async function visit(head: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const html = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width" /><title>Shop</title><link rel="icon" href="data:," />${head}</head>
    <body><h1>Shop</h1><button class="help">Need <b>help</b>?</button><script async src="http://localhost:4000/w/demo.js"></script></body></html>`;
  const site = await serveWebsite(server.url, { html });
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1000, height: 800 }, ...options });
  endings.push(
    () => context.close(),
    () => site.close(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(site.origin);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  return page;
}
const panel = (page: Page) => page.getByRole("dialog");
const launcher = (page: Page) => page.locator("deskbell-widget .launcher");
const box = async (page: Page, of: "panel" | "launcher") =>
  (await (of === "panel" ? panel(page) : launcher(page)).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

it("elements of the page's own open and close the panel, also those that come later, and no more after destroy", async () => {
  const page = await visit(
    `<script>window.deskbellSettings = { launcherSelector: ".help", hideLauncher: true }</script>`,
  );
  expect(await launcher(page).isVisible()).toBe(false);
  await page.getByText("help", { exact: true }).click();
  await panel(page).waitFor();
  await page.getByText("help", { exact: true }).click();
  await panel(page).waitFor({ state: "hidden" });
  await page.evaluate(() => {
    document.body.innerHTML = `<a class="help" href="#top">Later</a>`;
  });
  await page.getByText("Later").click();
  await panel(page).waitFor();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  // Where it came from.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Later");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("destroy"));
  await page.getByText("Later").click();
  expect(await panel(page).count()).toBe(0);
});

it("a page without own elements, or with a press beside them, opens nothing", async () => {
  const page = await visit("");
  await page.getByRole("button", { name: "Need help?" }).click();
  await page.evaluate(() => document.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  expect(await panel(page).count()).toBe(0);
});

it.each(["right", "left"] as const)("stands where the page's CSS says, on the %s", async (position) => {
  const page = await visit(
    `<style>deskbell-widget{--deskbell-x:48px;--deskbell-y:64px;--deskbell-width:360px;--deskbell-radius:4px}</style>
     <script>window.deskbellSettings = { position: "${position}", zIndex: 7 }</script>`,
  );
  const fromSide = ({ x, width }: { x: number; width: number }) => (position === "left" ? x : 1000 - x - width);
  const closed = await box(page, "launcher");
  expect([fromSide(closed), 800 - closed.y - closed.height]).toEqual([48, 64]);
  await launcher(page).click();
  await panel(page).waitFor();
  await panel(page).evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  const open = await box(page, "panel");
  expect([fromSide(open), open.width, open.y >= 0]).toEqual([48, 360, true]);
  expect(closed.y - open.y - open.height).toBe(16);
  const style = await panel(page).evaluate((element) => getComputedStyle(element).borderRadius);
  const zIndex = await page.locator("deskbell-widget").evaluate((element) => getComputedStyle(element).zIndex);
  expect([style, zIndex]).toEqual(["4px", "7"]);
});

it("fits a window of half the size, as at 200 % zoom: nothing is cut off sideways, and one can write", async () => {
  const page = await visit("", { viewport: { width: 500, height: 400 }, deviceScaleFactor: 2 });
  await launcher(page).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  const field = page.getByRole("textbox", { name: "Your message" });
  await field.fill("Does it fit?");
  await field.press("Enter");
  await panel(page).getByText("Does it fit?").first().waitFor();
  const open = await box(page, "panel");
  expect(open.x >= 0 && open.y >= 0 && open.x + open.width <= 500 && open.y + open.height <= 400).toBe(true);
  expect(await panel(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

it("in forced colours everything that can be pressed is seen, and who wants no motion gets none", async () => {
  const page = await visit("", { forcedColors: "active", reducedMotion: "reduce" });
  const { width } = await box(page, "launcher");
  expect(width).toBe(56);
  await launcher(page).click();
  await panel(page).waitFor();
  const moving = await panel(page).evaluate((element) =>
    element
      .getAnimations({ subtree: true })
      .some((animation) => Number(animation.effect?.getComputedTiming().duration) > 1),
  );
  expect(moving).toBe(false);
  const seen = await panel(page).evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return color !== backgroundColor;
  });
  expect(seen).toBe(true);
});

it("a phone's fields are as large as makes it leave the zoom alone, and the panel ends above the keyboard", async () => {
  const page = await visit("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await launcher(page).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await page.evaluate(() => Reflect.get(window, "Deskbell")("showTickets"));
  await page.getByRole("button", { name: /Submit a ticket/ }).click();
  await page.getByRole("button", { name: "Submit ticket" }).waitFor();
  const sizes = await panel(page).evaluate((element) =>
    [...element.querySelectorAll("input:not([name=homepage], [type=file]), textarea, select")].map((field) =>
      Number.parseFloat(getComputedStyle(field).fontSize),
    ),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  expect(await box(page, "panel")).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  // The keyboard comes: the window stays, what is seen of it shrinks.
  await page.evaluate(() => {
    const viewport = window.visualViewport as VisualViewport;
    Object.defineProperty(viewport, "height", { configurable: true, value: 500 });
    viewport.dispatchEvent(new Event("resize"));
  });
  expect((await box(page, "panel")).height).toBe(500);
});
