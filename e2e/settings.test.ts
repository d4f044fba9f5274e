import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import { createClientId } from "@deskbell/sdk/agent";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { type Misdeeds, watchPage } from "./watched-page.ts";

const patience = { timeout: 20_000 };

// Who is given chats, set in the console. Each step goes on where the one before ended.
describe("an owner sets how chats are given", () => {
  let server: TestServer;
  let browser: Browser;
  let owner: Page;
  let agent: Page;
  const misdeeds: Misdeeds[] = [];

  beforeAll(async () => {
    server = await createTestServer();
    await server.start();
    browser = await openBrowser();
    owner = await openConsole(browser, server, "owner@demo.test");
    agent = await openConsole(browser, server);
    misdeeds.push(watchPage(owner, server.url), watchPage(agent, server.url));
    await owner.getByRole("link", { name: "Settings" }).click();
  });
  afterAll(async () => {
    await browser.close();
    await server.remove();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const [name, page] of Object.entries({ owner, agent })) await takeScreenshot(page, `failed-${name}`);
  });

  /** Somebody who asks for a person. */
  const ask = (body: string) =>
    createDeskbell({ host: server.url, channelKey: "demo", storage: createMemoryStore() }).conversations.start({
      clientId: createClientId(),
      message: { clientId: createClientId(), body },
      handoff: true,
    });
  /** How many conversations the agent sees in the view that is open. */
  const chats = () => agent.getByRole("link", { name: /^Visitor/ }).count();

  it("room: for everybody, and for one", async () => {
    await owner.getByRole("link", { name: /^Giving chats/ }).click();
    await owner.getByLabel("At once, an agent is given at most").fill("1");
    await owner.getByLabel(/unanswered chats return after/).fill("1");
    await takeScreenshot(owner, "settings-giving");
    await owner.getByRole("button", { name: "Save" }).click();
    await owner.getByText("Saved. It counts from now on.").waitFor();
    await owner.getByRole("link", { name: /^Agents/ }).click();
    await owner.getByRole("button", { name: /^Ada Agent: 0 of 1 chats/ }).waitFor();
    await owner.getByRole("button", { name: /^Olive Owner: 0 of 1 chats/ }).click();
    await owner.getByLabel("At most", { exact: true }).fill("0");
    await takeScreenshot(owner, "settings-capacity");
    await owner.keyboard.press("Enter");
    await owner.getByText("Olive Owner: at most 0 chats at once").waitFor();
    await takeScreenshot(owner, "settings-agents");
  });

  it("and that a channel's chats are given: the first comes by itself, the second waits until there is room", async () => {
    await owner.getByRole("link", { name: /Fernwood website/ }).click();
    await owner.getByLabel("Allowed websites").fill("not a website!");
    await owner.getByRole("button", { name: "Save" }).click();
    const wrong = owner.getByLabel("Allowed websites");
    await expect.poll(() => wrong.getAttribute("aria-invalid")).toBe("true");
    await owner.getByLabel("Allowed websites").fill("");
    await owner
      .getByLabel("How a chat that waits finds its agent")
      .selectOption({ label: "It is given to somebody who has room" });
    await takeScreenshot(owner, "settings-assignment");
    await owner.getByRole("button", { name: "Save" }).click();
    await owner.getByText("Saved. Visitors have it with their next page.").waitFor();
    await agent.getByRole("link", { name: "Mine" }).click();
    await ask("The first");
    await expect.poll(chats, patience).toBe(1);
    await ask("The second");
    await owner.getByRole("link", { name: /Inbox$/ }).click();
    await expect.poll(() => owner.getByRole("link", { name: /^Visitor/ }).count(), patience).toBe(1);
    expect(await chats()).toBe(1);
    await owner.getByRole("link", { name: "Settings" }).click();
    await owner.getByRole("link", { name: /^Agents/ }).click();
    await owner.getByRole("button", { name: /^Ada Agent: 1 of 1 chats/ }).click();
    await owner.getByLabel("At most", { exact: true }).fill("2");
    await owner.keyboard.press("Enter");
    await expect.poll(chats, patience).toBe(2);
  });

  it("and when chats return from who is away", async () => {
    await agent.getByRole("button", { name: "Your account" }).click();
    await agent.getByRole("menuitemradio", { name: /^Away/ }).click();
    // Where the pointer rests on a list, its rows stay.
    await agent.mouse.move(1, 1);
    await expect.poll(chats, patience).toBe(0);
    await owner.getByRole("link", { name: /Inbox$/ }).click();
    await expect.poll(() => owner.getByRole("link", { name: /^Visitor/ }).count(), patience).toBe(2);
  });

  it("an agent reads all that, and changes nothing", async () => {
    await agent.getByRole("link", { name: "Settings" }).click();
    await agent.getByRole("link", { name: /^Giving chats/ }).click();
    await agent.getByText("Owners and admins change these settings.").waitFor();
    expect(await agent.getByLabel("At once, an agent is given at most").isDisabled()).toBe(true);
    await takeScreenshot(agent, "settings-giving-read");
    await agent.getByRole("link", { name: /^Agents/ }).click();
    await agent.getByText("0 of 2 chats").waitFor();
    await takeScreenshot(agent, "settings-agents-read");
    for (const section of [/^Teams/, /^Blocked/, /Fernwood website/, /^Agents/, /^Giving chats/]) {
      await agent.getByRole("link", { name: section }).click();
      await agent.getByRole("heading", { level: 2, name: section }).waitFor();
      const touchable = "section :is(button, input, select, textarea):enabled";
      expect(await agent.locator(touchable).count(), String(section)).toBe(0);
    }
  });

  it("looks finished in the dark and on a phone", async () => {
    for (const [page, name] of [
      [owner, "owner"],
      [agent, "agent"],
    ] as const) {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.goto(`${server.url}/console/settings/workspace`);
      await page.getByRole("heading", { name: "For everybody" }).or(page.getByText("For everybody")).first().waitFor();
      await takeScreenshot(page, `settings-giving-${name}-dark`);
      await page.setViewportSize(viewports.phone);
      await takeScreenshot(page, `settings-giving-${name}-phone`);
      await page.goto(`${server.url}/console/settings/agents`);
      await page.getByText("0 of 2 chats").waitFor();
      await takeScreenshot(page, `settings-agents-${name}-phone`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewports.phone.width);
    }
  });

  it("nothing went wrong on any page", () => {
    // The refused website is one.
    const unexpected = misdeeds.flatMap((watched) => watched.list()).filter((misdeed) => !misdeed.includes("422"));
    expect(unexpected).toEqual([]);
  });
});
