import { expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { createTestServer } from "./server.ts";
import { watchPage } from "./watched-page.ts";

it("reads the API to people at /docs and loads nothing from elsewhere", async () => {
  const server = await createTestServer();
  const browser = await openBrowser();
  try {
    await server.start();
    const page = await browser.newPage();
    const misdeeds = watchPage(page, server.url);
    await page.goto(`${server.url}/docs`);
    await page.getByRole("button", { name: /POST .*\/v1\/sessions Start/ }).click();
    await page.getByText("channelKey").first().waitFor();
    expect(misdeeds.list()).toEqual([]);
  } finally {
    await browser.close();
    await server.remove();
  }
});
