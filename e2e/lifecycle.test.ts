import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { createTestServer, type TestServer } from "./server.ts";

// How conversations end and begin anew, as the two sides of a screen see it.
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

async function begin(words: string) {
  const page = await openDemo(browser, server);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, words);
  await page.getByText("Bell ·").first().waitFor();
  return page;
}

it("a contact ends a conversation after a question back, rates it, and begins another; the team sees who ended it and how it was", async () => {
  const page = await begin("How do I put the widget on my website?");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "End this conversation" }).dblclick();
  // A double click has gone back: nothing has ended.
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "End this conversation" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await page.getByText("You ended the conversation").first().waitFor();
  await page.getByRole("button", { name: "4 of 5 stars" }).click();
  await page.getByRole("textbox", { name: /Tell us more/ }).fill("Quick");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("Thank you for your feedback.").waitFor();

  const owner = await openConsole(browser, server, "owner@demo.test");
  await owner.getByRole("link", { name: "Closed" }).click();
  await owner
    .getByRole("link", { name: /^Visitor/ })
    .first()
    .click();
  await owner.getByText("The contact ended the conversation").last().waitFor();
  const rating = await owner.evaluate(async () => {
    const { data } = await (await fetch("/v1/agent/conversations?view=closed")).json();
    return data[0].rating;
  });
  expect(rating).toEqual({ score: 4, comment: "Quick" });
  // Not closed before the contact goes on: a page left behind by a closed window is drawn no more.
  await page.getByRole("button", { name: "New conversation" }).click();
  await say(page, "And how do I change its color?");
  await page.getByText("Bell ·").first().waitFor();
  for (const each of [owner, page]) await each.context().close();
});

it("an admin lets a channel's conversations reopen, one at a time, and blocks who misbehaves", async () => {
  const owner = await openConsole(browser, server, "owner@demo.test");
  await owner.getByRole("link", { name: "Settings" }).click();
  await owner.getByRole("link", { name: /Fernwood website/ }).click();
  await owner.getByLabel("Greeting", { exact: true }).fill("Welcome to Fernwood");
  await owner.getByRole("checkbox", { name: /several open at once/ }).uncheck();
  await owner.getByLabel("When a contact writes into a closed one").selectOption({ label: "It opens again" });
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText(/^Saved\./).waitFor();

  const page = await begin("Where is my plant?");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("heading", { name: "Welcome to Fernwood" }).waitFor();
  // One at a time: there is one to go on with, and none to begin.
  await page.getByText("Continue your conversation").waitFor();
  expect(await page.getByRole("button", { name: /^Send us a message/ }).count()).toBe(0);
  await page
    .getByText("Where is my plant?")
    .or(page.getByRole("button", { name: /Bell/ }))
    .first()
    .click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "End this conversation" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await page.getByText("You ended the conversation").first().waitFor();
  await say(page, "One more thing");
  await page.getByText("The conversation was reopened").first().waitFor();

  await owner.goto(`${server.url}/console/inbox/all`);
  await owner
    .getByRole("link", { name: /^Visitor/ })
    .first()
    .click();
  await owner.getByText("One more thing").last().waitFor();
  await owner.getByRole("button", { name: "Block this contact" }).click();
  await owner.getByLabel(/Reason/).fill("Insults");
  await owner.getByRole("dialog").getByRole("button", { name: "Block this contact" }).click();
  await owner.getByText("Insults").waitFor();
  await say(page, "Am I still here?");
  await page.getByText("You cannot write to us here.").waitFor();

  await owner.getByRole("link", { name: "Settings" }).click();
  await owner.getByRole("link", { name: /^Blocked/ }).click();
  await owner.getByRole("button", { name: "Unblock" }).click();
  await owner.getByText("Nobody is blocked").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("You cannot write to us here.").waitFor({ state: "detached" });
  for (const each of [owner, page]) await each.context().close();
});
