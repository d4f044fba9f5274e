import { createDeskbell } from "@deskbell/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

// The README's pictures, of a scene as it could be. On both screens nothing may stand out at the side.
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

it("the widget, with an answer from an article", async () => {
  for (const [screen, viewport] of Object.entries(viewports)) {
    const page = await openDemo(browser, server, viewport);
    await openPanel(page);
    await page.getByRole("button", { name: /^Send us a message/ }).click();
    await say(page, "Where do the bot's answers come from?");
    await page.getByRole("button", { name: /How the bot answers/ }).waitFor();
    await takeScreenshot(page, `widget-${screen}`);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  }
});

it("the console, with a conversation that an agent has taken over", async () => {
  await waits("Mei Tanaka", "mei@example.com", "My invoice shows the wrong company name.");
  await waits("Tom Okafor", "tom@example.com", "Can I move my plan to another workspace?");
  const answer = await waits(
    "Grace Lindqvist",
    "grace@example.com",
    "The launcher does not show on our checkout page.",
  );

  const agent = await openConsole(browser, server);
  await agent.getByRole("link", { name: /Grace Lindqvist/ }).click();
  await agent.getByRole("button", { name: "Claim" }).click();
  await say(agent, "Hello Grace! Is the checkout on the same domain as the rest of the shop?", "Reply");
  await agent.getByText("Sending…").waitFor({ state: "detached" });
  await answer("It is on pay.example.com, come to think of it.");
  await agent.getByText("come to think of it").last().waitFor();
  await agent.getByRole("tab", { name: "Note" }).click();
  await say(agent, "Allowed domains list only www. Adding pay.example.com.", "Note");
  await agent.getByText("Adding pay.example.com").last().waitFor();
  await agent.getByRole("tab", { name: "Reply" }).click();
  await agent.getByRole("button", { name: "Dismiss" }).click();

  for (const [screen, viewport] of Object.entries(viewports)) {
    await agent.setViewportSize(viewport);
    await takeScreenshot(agent, `console-${screen}`);
    expect(await overflow(agent)).toBe(0);
  }
});

/** Asks for a person; the answer to that is written with what comes back. */
async function waits(name: string, email: string, body: string): Promise<(body: string) => Promise<unknown>> {
  const memory = new Map<string, string>();
  const contact = createDeskbell({
    host: server.url,
    channelKey: "demo",
    storage: {
      get: (key) => memory.get(key) ?? null,
      set: (key, value) => void memory.set(key, value),
      remove: (key) => void memory.delete(key),
    },
  });
  await contact.start();
  await contact.contact.update({ name, email });
  const message = { clientId: "picture-1", body };
  const { conversation } = await contact.conversations.start({ clientId: "picture-1", message, handoff: true });
  return (more) => contact.messages.send(conversation.id, { clientId: "picture-2", body: more });
}

/** How many pixels a page could be scrolled sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
