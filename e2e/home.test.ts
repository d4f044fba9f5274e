import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole } from "./people.ts";
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

it("what an owner announces and links to stands on the widget's home, in the visitor's language", async () => {
  const owner = await openConsole(browser, server, "owner@demo.test");
  await owner.getByRole("link", { name: "Settings" }).click();
  await owner.getByRole("link", { name: /Fernwood website/ }).click();
  await owner.getByLabel("Announcement", { exact: true }).fill("We ship again on Monday.");
  await owner.getByLabel("Language of “Announcement”").selectOption("de");
  await owner.getByLabel("Announcement", { exact: true }).fill("Ab Montag liefern wir wieder.");
  await owner.getByRole("button", { name: "Add a link" }).click();
  await owner.getByLabel("Link's words", { exact: true }).fill("Shipping times");
  await owner.getByLabel("Leads to").fill("https://example.com/shipping");
  await takeScreenshot(owner, "settings-home");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Saved. Visitors have it with their next page.").waitFor();

  for (const [locale, said, open] of [
    ["en-GB", "We ship again on Monday.", "Open chat"],
    ["de-DE", "Ab Montag liefern wir wieder.", "Chat öffnen"],
  ] as const) {
    const page = await (await browser.newContext({ locale, viewport: viewports.phone })).newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${server.url}/demo`);
    await page.getByRole("button", { name: open }).click();
    await page.getByText(said).waitFor();
    const link = page.getByRole("link", { name: "Shipping times" });
    expect(await link.getAttribute("href")).toBe("https://example.com/shipping");
    await takeScreenshot(page, `widget-home-${locale}`);
    await page.context().close();
  }

  await owner.getByLabel("Announcement", { exact: true }).fill("");
  await owner.getByLabel("Language of “Announcement”").selectOption("de");
  await owner.getByLabel("Announcement", { exact: true }).fill("");
  await owner.getByRole("button", { name: "Remove this link" }).click();
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Saved. Visitors have it with their next page.").waitFor();
  const script = await (await fetch(`${server.url}/w/demo.js`)).text();
  expect(script).toContain('"announcement":null,"links":[]');
});
