import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { type Misdeeds, watchPage } from "./watched-page.ts";

// Two contacts wait, one is passed on to a team. Each step goes on where the one before ended.
describe("teams, transfers and places in line", () => {
  let server: TestServer;
  let browser: Browser;
  let owner: Page;
  let agent: Page;
  let first: Page;
  let second: Page;
  const misdeeds: Misdeeds[] = [];

  beforeAll(async () => {
    server = await createTestServer();
    await server.start();
    browser = await openBrowser();
    owner = await openConsole(browser, server, "owner@demo.test");
    misdeeds.push(watchPage(owner, server.url));
  });
  afterAll(async () => {
    await browser.close();
    await server.remove();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const [name, page] of Object.entries({ owner, agent, first, second }))
      if (page) await takeScreenshot(page, `failed-${name}`);
  });

  it("an owner makes a team by keyboard, and its name must be its own", async () => {
    await owner.getByRole("link", { name: "Settings" }).click();
    await owner.getByRole("link", { name: /^Teams/ }).click();
    await owner.getByText("No teams yet").waitFor();
    await takeScreenshot(owner, "teams-empty");
    for (const giveUp of [() => owner.keyboard.press("Escape"), () => owner.getByText("Cancel").click()]) {
      await owner.getByRole("button", { name: "New team" }).click();
      await owner.getByRole("dialog").getByLabel("Name").fill("Neither");
      await giveUp();
      await owner.getByRole("dialog").waitFor({ state: "detached" });
      expect(await owner.evaluate(() => document.activeElement?.textContent)).toBe("New team");
    }
    await owner.keyboard.press("n");
    await owner.getByLabel("Name").fill("Billing");
    await owner.getByLabel(/Ada Agent/).check();
    await takeScreenshot(owner, "teams-new");
    await owner.getByRole("button", { name: "New team" }).last().click();
    await owner.getByRole("heading", { name: "Billing" }).waitFor();
    await owner.getByText("Ada Agent", { exact: true }).waitFor();
    await owner.keyboard.press("n");
    await owner.getByLabel("Name").fill("billing");
    await owner.keyboard.press("Enter");
    await owner.getByText("There is one of this name already.").waitFor();
    await owner.getByLabel("Name").fill("Returns and everything that comes back to us in the post");
    await owner.keyboard.press("Enter");
    await owner.getByRole("heading", { name: /^Returns and/ }).waitFor();
    await takeScreenshot(owner, "teams-list");
  });

  it("waiting contacts read their place, and how they move up", async () => {
    first = await openDemo(browser, server);
    second = await openDemo(browser, server, viewports.phone);
    for (const contact of [first, second]) {
      misdeeds.push(watchPage(contact, server.url));
      await openPanel(contact);
      await contact.getByRole("button", { name: /^Send us a message/ }).click();
      await say(contact, `Hello from the ${contact === first ? "first" : "second"}`);
      await contact.getByRole("button", { name: "Talk to a person" }).last().click();
      await contact
        .getByText(contact === first ? "You are next in line." : "You are 2nd in line.")
        .first()
        .waitFor();
    }
    await takeScreenshot(second, "widget-place-phone");
    agent = await openConsole(browser, server);
    misdeeds.push(watchPage(agent, server.url));
    await agent
      .getByRole("link", { name: /^Visitor/ })
      .first()
      .waitFor();
    await agent.keyboard.press("j");
    await agent.keyboard.press("Enter");
    await agent.getByText("Hello from the first").last().waitFor();
    await agent.keyboard.press("c");
    await second.getByText("You are next in line.").first().waitFor();
    await first.getByText("Ada Agent joined the conversation").first().waitFor();
    await takeScreenshot(second, "widget-next-phone");
  });

  it("an agent transfers by keyboard with a note, which the contact never sees", async () => {
    await agent.keyboard.press("m");
    const to = agent.getByRole("combobox", { name: /^To/ });
    await to.waitFor();
    await agent.keyboard.type("Bil");
    await agent.getByRole("textbox", { name: /^Note/ }).fill("Paid twice, see the last invoice.");
    await takeScreenshot(agent, "transfer-dialog");
    await agent.getByRole("button", { name: "Transfer" }).last().click();
    await agent.getByText("Transferred to Billing", { exact: true }).first().waitFor();
    await agent.getByText("Paid twice, see the last invoice.").waitFor();
    await takeScreenshot(agent, "transferred");
    await first.getByText("You were transferred to Billing").first().waitFor();
    await first.getByText("You are next in line.").first().waitFor();
    expect(await first.content()).not.toContain("Paid twice");
    await takeScreenshot(first, "widget-transferred");
  });

  it("the inbox shows one team's queue, and stays there on the way through it", async () => {
    await owner.getByText("1 waiting").first().waitFor();
    await takeScreenshot(owner, "teams-waiting");
    await owner.getByRole("link", { name: "1 waiting" }).click();
    await owner.getByRole("link", { name: /^Visitor/ }).waitFor();
    expect(await owner.getByRole("link", { name: /^Visitor/ }).count()).toBe(1);
    await owner.keyboard.press("j");
    await owner.keyboard.press("Enter");
    await owner.getByText("Paid twice, see the last invoice.").waitFor();
    expect(new URL(owner.url()).searchParams.get("team")).toMatch(/^[\w-]{36}$/);
    await takeScreenshot(owner, "inbox-team");
    await owner.getByLabel("Team").selectOption("");
    await owner.getByRole("link", { name: /^Visitor .*Billing/ }).waitFor();
    expect(await owner.getByRole("link", { name: /^Visitor/ }).count()).toBe(2);
    await takeScreenshot(owner, "inbox-all-teams");
  });

  it("who waits in a deleted team goes on waiting in everybody's queue", async () => {
    await owner.goto(`${server.url}/console/settings/teams`);
    await owner.getByRole("button", { name: "Delete Billing" }).click();
    await owner.getByText(/1 contact who waits there/).waitFor();
    await takeScreenshot(owner, "teams-delete");
    await owner.getByRole("button", { name: "Delete team" }).click();
    await owner.getByRole("heading", { name: "Billing", exact: true }).waitFor({ state: "detached" });
    await first.getByText("You are next in line.").first().waitFor();
    await second.getByText("You are 2nd in line.").first().waitFor();
    await agent.getByText("Put back in the queue", { exact: false }).first().waitFor();
  });

  it("looks finished in the dark and on a phone", async () => {
    await owner.emulateMedia({ colorScheme: "dark" });
    await takeScreenshot(owner, "teams-dark");
    await owner.setViewportSize(viewports.phone);
    await takeScreenshot(owner, "teams-phone");
    const width = await owner.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewports.phone.width);
    await owner.getByRole("button", { name: /^Edit Returns/ }).click();
    await takeScreenshot(owner, "teams-edit-phone");
    await agent.emulateMedia({ colorScheme: "dark" });
    await agent.setViewportSize(viewports.phone);
    await takeScreenshot(agent, "conversation-phone");
  });

  it("nothing went wrong on any page", () => {
    // The refused name is one.
    const unexpected = misdeeds.flatMap((watched) => watched.list()).filter((misdeed) => !misdeed.includes("409"));
    expect(unexpected).toEqual([]);
  });
});
