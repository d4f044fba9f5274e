import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel } from "./people.ts";
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

async function openPanelIn(options: { locale?: string; colorScheme?: "light" | "dark" }) {
  const page = await (await browser.newContext({ locale: "en-GB", ...options })).newPage();
  await page.goto(`${server.url}/demo`);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("open"));
  const panel = page.getByRole("dialog");
  await panel.waitFor();
  return { page, panel };
}

it.each([
  ["light", 200, 255],
  ["dark", 0, 60],
] as const)("follows the visitor's %s mode", async (colorScheme, least, most) => {
  const { panel } = await openPanelIn({ colorScheme });
  const background = await panel.evaluate((element) => getComputedStyle(element).backgroundColor);
  const [red] = background.match(/\d+/g)?.map(Number) ?? [];
  expect(red).toBeGreaterThanOrEqual(least);
  expect(red).toBeLessThanOrEqual(most);
});

it.each([
  ["de-DE", "ltr", "Schreiben Sie uns"],
  ["ar", "rtl", "أرسل"],
])("speaks %s", async (locale, dir, words) => {
  const { page, panel } = await openPanelIn({ locale });
  await page.getByText(words).first().waitFor();
  expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
});

it("opens, moves and closes by keyboard alone, and gives the focus back", async () => {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await page.goto(`${server.url}/demo`);
  const launcher = page.getByRole("button", { name: "Open chat" });
  await launcher.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: /^Send us a message/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await page.keyboard.type("How do I change the greeting?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await launcher.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
});

it("the ticket form offers articles before it is sent, and keeps what was written", async () => {
  const page = await openDemo(browser, server);
  await openPanel(page);
  await page.getByRole("button", { name: /Submit a ticket/ }).click();
  await page.getByRole("textbox", { name: /^Subject/ }).fill("How do I change the greeting?");
  await page.getByRole("textbox", { name: /^Message/ }).fill("It says hello.");
  await page.getByText("Perhaps this answers it").waitFor();
  await page.getByRole("button", { name: /colors and greeting/ }).click();
  await page
    .getByRole("heading", { name: /colors and greeting/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  expect(await page.getByRole("textbox", { name: /^Message/ }).inputValue()).toBe("It says hello.");
  await page.getByRole("textbox", { name: /^Subject/ }).fill("xqzw");
  await page.getByText("Perhaps this answers it").waitFor({ state: "detached" });
});

it("tells the page whether somebody of the team is there", async () => {
  const page = await openDemo(browser, server);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, "heard", heard);
    addEventListener("deskbell:availabilityChange", (event) => heard.push((event as CustomEvent).detail.available));
  });
  const heard = () => page.evaluate(() => Reflect.get(window, "heard"));
  await openPanel(page);
  await expect.poll(heard).toEqual([false]);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  const agent = await openConsole(browser, server);
  await expect.poll(heard).toEqual([false, true]);
  await agent.context().close();
});
