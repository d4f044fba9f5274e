import type { OfficeHours } from "@deskbell/sdk/agent";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
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

const hours = (week: OfficeHours["week"], replyMinutes: number | null = null): OfficeHours => ({
  timeZone: "Pacific/Kiritimati",
  week,
  holidays: [],
  replyMinutes,
});
const always: OfficeHours["week"] = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);
const never: OfficeHours["week"] = Array.from({ length: 7 }, () => []);

/** Open from some minutes from now on, on the wall clocks of the channel's zone, for a minute or until midnight. */
function opensIn(minutes: number): OfficeHours["week"] {
  const at = new Date(Date.now() + minutes * 60_000 + 14 * 3_600_000);
  const from = at.toISOString().slice(11, 16);
  return never.with((at.getUTCDay() + 6) % 7, [{ from, to: "24:00" }]);
}

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

it("visitors read when the team is back, and while it is there how long an answer takes", async () => {
  await changeDemoChannel(server, { hours: hours(opensIn(5 * 24 * 60)) });
  const page = await visit();
  await openPanel(page);
  await page.getByText(/^We are back on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day at \d/).waitFor();
  await takeScreenshot(page, "widget-office-closed");
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, "Anybody?");
  await page.getByText("Anybody?").waitFor();
  await page.getByRole("button", { name: "Talk to a person" }).first().click();
  await page.getByText(/Your words are kept.*We are back on/).waitFor();

  await changeDemoChannel(server, { hours: hours(always, 15) });
  await page.reload();
  await openPanel(page);
  await page.getByText("We usually answer within 15 minutes").waitFor();
});

it("who is there outside of the hours is there", async () => {
  await changeDemoChannel(server, { hours: hours(never) });
  const page = await visit();
  await openPanel(page);
  await page.getByText("The team is away just now", { exact: true }).waitFor();
  // Who chats hears of it by socket.
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("button", { name: "Back" }).click();
  const agent = await openConsole(browser, server);
  await page.getByText("The team is here").waitFor();
  await agent.context().close();
  await page.getByText("The team is away just now", { exact: true }).waitFor();
});

it("a page asks again when the office opens, though nobody came and its own clock is wrong", async () => {
  await changeDemoChannel(server, { hours: hours(opensIn(3)) });
  const page = await visit();
  await page.clock.install({ time: new Date("2031-05-05T05:05:05Z") });
  await page.reload();
  await page.clock.resume();
  await openPanel(page);
  await page.getByText(/^We are back (today|tomorrow) at/).waitFor();
  const asks = page.waitForRequest((request) => new URL(request.url()).pathname === "/v1/presence");
  // Step by step: what waits for the next picture has its turn, too.
  await page.clock.runFor(182_000);
  await asks;
});

it.each([
  ["de-DE", /^Wir sind .* wieder da/, "dark"],
  ["ar", /^سنعود/, "light"],
] as const)("fits a phone in %s", async (locale, words, scheme) => {
  await changeDemoChannel(server, { hours: hours(opensIn(5 * 24 * 60)) });
  const page = await visit(locale, viewports.phone, scheme);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("open"));
  await page.getByText(words).waitFor();
  await takeScreenshot(page, `widget-office-${locale}`);
});
