import type { ProactiveRule } from "@deskbell/sdk/agent";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel } from "./demo-channel.ts";
import { openConsole, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

let server: TestServer;
let browser: Browser;
let site: Website;
const html = `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:," /></head>
<body><h1>Shop</h1><div style="height:4000px"></div>
<script>window.Deskbell=window.Deskbell||function(){(Deskbell.q=Deskbell.q||[]).push(arguments)};Deskbell("setAttributes",{plan:"team"});</script>
<script async src="http://localhost:4000/w/demo.js"></script></body></html>`;
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  browser = await openBrowser();
  site = await serveWebsite(server.url, { html });
});
afterAll(async () => {
  await site.close();
  await browser.close();
  await server.remove();
});

let count = 0;
const rule = (more: Partial<ProactiveRule> = {}): ProactiveRule => ({
  id: `rule-${String(++count).padStart(4, "0")}`,
  name: "Greeting",
  enabled: true,
  message: {
    en: "Do you need a hand with the prices?",
    de: "Dürfen wir Ihnen bei den Preisen helfen?",
    ar: "هل تحتاج إلى مساعدة؟",
  },
  url: null,
  seconds: 3,
  scroll: null,
  attribute: null,
  ...more,
});
const set = (...proactive: ProactiveRule[]) => changeDemoChannel(server, { proactive });

/** A page whose time passes as the test says. */
async function visit(
  path = "/",
  context?: BrowserContext,
  locale = "en-GB",
): Promise<{ page: Page; requests: string[] }> {
  const page = await (context ?? (await browser.newContext({ locale, viewport: viewports.desktop }))).newPage();
  page.setDefaultTimeout(30_000);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.clock.install();
  await page.goto(site.origin + path);
  await page.getByRole("button", { name: /^(Open chat|Chat öffnen|فتح المحادثة)/ }).waitFor();
  return { page, requests };
}
const bubble = (page: Page) => page.getByRole("region", { name: /A message for you|Eine Nachricht für Sie|رسالة لك/ });
const shown = (page: Page) => bubble(page).waitFor();

it("a message comes after its time, asks the server nothing, and stands first in the chat that it opens", async () => {
  await set(rule({ url: "/pricing*" }));
  const { page, requests } = await visit("/pricing/team");
  await page.clock.runFor(2000);
  expect(await bubble(page).count()).toBe(0);
  await page.clock.runFor(3000);
  await shown(page);
  await takeScreenshot(page, "widget-proactive");
  expect(requests.filter((path) => path !== "/pricing/team")).toEqual(["/w/demo.js"]);
  await page.clock.resume();
  await bubble(page)
    .getByRole("button", { name: /Do you need a hand/ })
    .click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await page.getByRole("dialog").getByText("Do you need a hand with the prices?").waitFor();
  await say(page, "Yes: what does it cost?");
  await page.getByRole("dialog").getByText("Yes: what does it cost?").waitFor();
  await page.waitForFunction(() => {
    const text = document.querySelector("deskbell-widget")?.shadowRoot?.querySelector(".panel")?.textContent ?? "";
    return text.split("Do you need a hand with the prices?").length === 2 && !text.includes("Ask me in your own words");
  });
  const agent = await openConsole(browser, server);
  await agent.getByRole("link", { name: "All" }).click();
  await agent
    .getByRole("link", { name: /^Visitor/ })
    .first()
    .click();
  await agent.getByText("Do you need a hand with the prices?").waitFor();
});

it("who looks at the panel is not disturbed, and is spoken to when it is closed", async () => {
  await set(rule());
  const { page } = await visit();
  const run = (command: string) => page.evaluate((name) => Reflect.get(window, "Deskbell")(name), command);
  await run("open");
  await page.clock.runFor(10_000);
  expect(await bubble(page).count()).toBe(0);
  await run("close");
  await page.clock.runFor(2000);
  await shown(page);
});

it("it is shown once in a browser, and none to who has a conversation under way", async () => {
  await set(rule());
  const { page } = await visit();
  await page.clock.runFor(5000);
  await shown(page);
  await bubble(page).getByRole("button", { name: "Close" }).click();
  expect(await bubble(page).count()).toBe(0);
  const again = await visit("/", page.context());
  await again.page.clock.runFor(10_000);
  expect(await bubble(again.page).count()).toBe(0);
  await set(rule(), rule());
  await again.page.evaluate(() => localStorage.setItem("deskbell:demo:open", "1"));
  const talking = await visit("/", page.context());
  await talking.page.clock.runFor(10_000);
  expect(await bubble(talking.page).count()).toBe(0);
});

it("a contact from before was shown it on another device: the server knows", async () => {
  await set();
  const { page } = await visit();
  await page.clock.resume();
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("button", { name: /^Send us a message/ }).waitFor();
  await page.waitForFunction(() => localStorage.getItem("deskbell:demo:session"));
  const first = rule();
  await set(first);
  // As if by the other device.
  await page.evaluate(
    async ([host, ruleId]) => {
      const [token] = (localStorage.getItem("deskbell:demo:session") ?? "").split(" ");
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      await fetch(`${host}/v1/proactive`, { method: "POST", headers, body: JSON.stringify({ ruleId }) });
    },
    [server.url, first.id],
  );
  const { page: next, requests } = await visit(
    "/",
    // With what is kept, but not with the script of before.
    await browser.newContext({ locale: "en-GB", storageState: await page.context().storageState() }),
  );
  const asked = next.waitForResponse((response) => response.url().endsWith("/v1/proactive"));
  await next.clock.runFor(5000);
  await asked;
  await next.clock.runFor(5000);
  expect(await bubble(next).count()).toBe(0);
  expect(requests.filter((path) => path === "/v1/proactive")).toHaveLength(1);
});

it("page, scroll and attribute must all hold, also what was said before the script came, and on a page reached without loading", async () => {
  await set(rule({ url: "*/checkout*", scroll: 50, attribute: { name: "plan", value: "team" } }));
  const { page } = await visit();
  await page.clock.runFor(5000);
  await page.evaluate(() => history.pushState(null, "", "/checkout"));
  await page.clock.runFor(5000);
  expect(await bubble(page).count()).toBe(0);
  await page.evaluate(() => scrollTo(0, 3000));
  await page.clock.runFor(1500);
  await shown(page);
  await set(rule({ attribute: { name: "plan", value: "solo" } }));
  const { page: other } = await visit();
  await other.clock.runFor(5000);
  expect(await bubble(other).count()).toBe(0);
  await other.evaluate(() => Reflect.get(window, "Deskbell")("setAttributes", { plan: "solo" }));
  await other.clock.runFor(1500);
  await shown(other);
});

it("a channel without rules carries nothing of it; one with them leaves nothing behind", async () => {
  await set(rule({ enabled: false }));
  const plain = await (await fetch(`${server.url}/w/demo.js`)).text();
  expect(plain).not.toContain("proactive");
  await set(rule());
  const { page } = await visit();
  await page.clock.runFor(5000);
  await shown(page);
  await page.evaluate(() => Reflect.get(window, "Deskbell")("destroy"));
  await page.clock.runFor(5000);
  expect(
    await page.evaluate(() => [document.querySelector("deskbell-widget"), typeof Reflect.get(window, "Deskbell")]),
  ).toEqual([null, "undefined"]);
});

it("an admin makes one in the console", async () => {
  await set();
  const admin = await openConsole(browser, server, "owner@demo.test");
  await admin.getByRole("link", { name: "Settings" }).click();
  await admin.getByRole("link", { name: /Fernwood website/ }).click();
  await admin.getByRole("button", { name: "Add a message" }).click();
  await admin.getByLabel("Message", { exact: true }).fill("Made in the console");
  await admin.getByLabel("On pages like").fill("pricing");
  await admin.getByLabel("After so many seconds").fill("2");
  await admin.getByRole("button", { name: "Save" }).click();
  await admin.getByText("A path such as /pricing*, or an address.").waitFor();
  await admin.getByLabel("On pages like").fill("/pricing*");
  await admin.getByRole("button", { name: "Save" }).click();
  await admin.getByText(/^Saved/).waitFor();
  await admin.getByLabel("On pages like").scrollIntoViewIfNeeded();
  await takeScreenshot(admin, "console-proactive");
  const { page } = await visit("/pricing");
  await page.clock.runFor(4000);
  await bubble(page).getByText("Made in the console", { exact: true }).waitFor();
});

it.each([
  ["de-DE", "Dürfen wir Ihnen bei den Preisen helfen?"],
  ["ar", "هل تحتاج إلى مساعدة؟"],
])("speaks %s, on a phone", async (locale, words) => {
  await set(rule({ seconds: 0 }));
  const { page } = await visit("/", undefined, locale);
  await page.setViewportSize(viewports.phone);
  await page.clock.runFor(3000);
  await bubble(page).getByText(words, { exact: true }).waitFor();
  await takeScreenshot(page, `widget-proactive-${locale}`);
});
