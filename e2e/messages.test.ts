import type { OfferInput } from "@deskbell/sdk";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { takeScreenshot } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { type Misdeeds, watchPage } from "./watched-page.ts";

// What messages can be beside words, and what becomes of them. Each step goes on where the one before ended.
describe("messages", () => {
  let server: TestServer;
  let browser: Browser;
  let contact: Page;
  let agent: Page;
  let bot: ServerClient;
  let conversationId: string;
  const misdeeds: Misdeeds[] = [];

  beforeAll(async () => {
    server = await createTestServer();
    const key = await server.deskbell("create-api-key", "--workspace", "demo", "--name", "Helper", "--role", "agent");
    await server.start();
    browser = await openBrowser();
    bot = createServerClient({ host: server.url, apiKey: key.trim() });
  });
  afterAll(async () => {
    await browser.close();
    await server.remove();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await takeScreenshot(contact, "failed-contact");
    await takeScreenshot(agent, "failed-agent");
  });

  const offer = async (body: string, payload: OfferInput) => {
    await bot.messages.send(conversationId, { body, payload });
    await contact.getByText(body).first().waitFor();
  };

  it("a contact sees how far their words got: sent, delivered, read", async () => {
    contact = await openDemo(browser, server);
    misdeeds.push(watchPage(contact, server.url));
    await openPanel(contact);
    await contact.getByRole("button", { name: /^Send us a message/ }).click();
    await say(contact, "I would like to talk to a human");
    await contact.getByText("You asked for a person").first().waitFor();
    await say(contact, "My bicycle squeaks");
    await contact.getByText(/ · Sent$/).waitFor();
    agent = await openConsole(browser, server, "owner@demo.test");
    misdeeds.push(watchPage(agent, server.url));
    await say(contact, "Are you there?");
    await contact.getByText(/ · Delivered$/).waitFor();
    await agent.getByRole("link", { name: /^Visitor .*Are you there/ }).click();
    await contact.getByText(/ · Read$/).waitFor();
    const { data } = await bot.conversations.list({ view: "all" });
    conversationId = data[0]?.id ?? "";
  });

  it("an agent edits: the contact sees the new words and that they are, the team what stood there", async () => {
    await say(agent, "Bring it on Mondey", "Reply");
    await contact.getByText("Bring it on Mondey").first().waitFor();
    await agent.getByText("Seen").last().waitFor();
    const bubble = agent.locator(".item", { hasText: "Bring it on Mondey" });
    await bubble.hover();
    await bubble.getByRole("button", { name: "Message", exact: true }).click();
    await agent.getByRole("menuitem", { name: "Edit the message" }).click();
    const field = agent.getByRole("textbox", { name: "Edit the message" });
    await field.fill("Bring it on Monday");
    await field.press("Enter");
    await contact.getByText("Bring it on Monday").first().waitFor();
    await contact.getByText(/ · edited/).waitFor();
    expect(await contact.getByText("Mondey").count()).toBe(0);
    const edited = agent.locator(".item", { hasText: "Bring it on Monday" });
    await edited.hover();
    await edited.getByRole("button", { name: "Message", exact: true }).click();
    await agent.getByRole("menuitem", { name: "Former versions" }).click();
    await agent.getByRole("dialog").getByText("Bring it on Mondey").waitFor();
    await takeScreenshot(agent, "console-versions");
    await agent.keyboard.press("Escape");
  });

  it("an agent deletes: the contact sees that there was something", async () => {
    await say(agent, "Wrong window, sorry", "Reply");
    await contact.getByText("Wrong window").first().waitFor();
    const bubble = agent.locator(".item", { hasText: "Wrong window" });
    await bubble.hover();
    await bubble.getByRole("button", { name: "Message", exact: true }).click();
    await agent.getByRole("menuitem", { name: "Delete" }).click();
    await agent.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await contact.getByText("This message was deleted").waitFor();
    await agent.getByText("This message was deleted.").last().waitFor();
    expect(await contact.getByText("Wrong window").count()).toBe(0);
  });

  it("a contact edits and deletes their own by keyboard", async () => {
    await say(contact, "Tuseday?");
    const own = contact.locator(".message.mine", { hasText: "Tuseday?" });
    await own.getByRole("button", { name: "Edit or delete" }).focus();
    await contact.keyboard.press("Enter");
    const field = contact.getByRole("textbox", { name: "Edit your message" });
    await field.waitFor();
    await takeScreenshot(contact, "widget-edit");
    await field.fill("Tuesday?");
    await field.press("Enter");
    await contact.locator(".message.mine", { hasText: "Tuesday?" }).waitFor();
    await agent.locator(".item", { hasText: "Tuesday?" }).getByText("edited").waitFor();
    const edited = contact.locator(".message.mine", { hasText: "Tuesday?" });
    await edited.getByRole("button", { name: "Edit or delete" }).focus();
    await contact.keyboard.press("Enter");
    await contact.getByRole("button", { name: "Delete", exact: true }).click();
    await contact.getByText("Delete this message for everybody?").waitFor();
    await contact.getByRole("button", { name: "Delete", exact: true }).click();
    await edited.waitFor({ state: "detached" });
    await expect.poll(() => agent.getByText("Tuesday?").count()).toBe(0);
  });

  it("quick replies are chosen once, and said as the contact's words", async () => {
    await offer("What shall we do?", {
      type: "quick_replies",
      options: [
        { value: "repair", text: "Repair it" },
        { value: "swap", text: "Swap it for another" },
        { value: "person", text: "Call me" },
      ],
    });
    const choice = contact.getByRole("group", { name: "Choose an answer" }).getByRole("button", { name: "Repair it" });
    await choice.waitFor();
    await takeScreenshot(contact, "widget-quick-replies");
    await choice.press("Enter");
    await contact.getByRole("group", { name: "Choose an answer" }).waitFor({ state: "detached" });
    await agent.locator(".item", { hasText: "Repair it" }).last().getByText("chosen").waitFor();
  });

  it("an agent sends an article and answers to choose from", async () => {
    await agent.getByRole("button", { name: "Send an article" }).click();
    await agent.getByRole("textbox", { name: "Find an article" }).fill("website");
    await agent.getByRole("menuitem", { name: /Put the widget on your website/ }).click();
    const article = contact.getByRole("button", { name: /Put the widget on your website/ });
    await article.click();
    await contact.getByRole("heading", { name: "Put the widget on your website", exact: true }).waitFor();
    await contact.getByRole("button", { name: "Back" }).click();
    await agent.getByRole("button", { name: "Offer answers to choose from" }).click();
    await agent.getByRole("textbox", { name: "Answer 1" }).fill("Today");
    await agent.getByRole("textbox", { name: "Answer 2" }).fill("Tomorrow");
    await takeScreenshot(agent, "console-choices");
    await agent.getByRole("button", { name: "Send", exact: true }).first().click();
    await contact.getByRole("button", { name: "Tomorrow" }).click();
    await agent.locator(".item", { hasText: "Tomorrow" }).last().getByText("chosen").waitFor();
  });

  it("cards have pictures, links and choices", async () => {
    await offer("Two that we have here", {
      type: "cards",
      cards: ["City", "Trail"].map((title) => ({
        title,
        text: "27 gears, 12 kg, in your size.",
        imageUrl: null,
        buttons: [
          { kind: "link" as const, text: "Look at it", url: "https://shop.example/bicycles" },
          { kind: "reply" as const, text: `I take the ${title}`, value: title },
        ],
      })),
    });
    const link = contact.getByRole("link", { name: "Look at it" }).first();
    await link.waitFor();
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await takeScreenshot(contact, "widget-cards");
    await contact.getByRole("button", { name: "I take the City" }).click();
    await agent.locator(".item", { hasText: "I take the City" }).last().getByText("chosen").waitFor();
  });

  it("a form says what is wrong, outlives a reload, is sent once, and is a table to the agent", async () => {
    const field = { required: true, pattern: null, options: [] };
    await offer("Where should we send it?", {
      type: "form",
      title: "Your order",
      fields: [
        { ...field, name: "number", label: "Order number", kind: "text", pattern: "[A-Z]{2}-\\d{4}" },
        { ...field, name: "email", label: "E-mail", kind: "email" },
        { ...field, name: "size", label: "Size", kind: "select", options: ["Small", "Large"] },
        { ...field, name: "more", label: "Anything else", kind: "multiline", required: false },
        { ...field, name: "terms", label: "I agree to the terms", kind: "consent" },
      ],
      submitText: "Order",
    });
    const form = contact.getByRole("form", { name: "Your order" });
    await form.getByLabel("Order number").fill("1234");
    await form.getByRole("button", { name: "Order" }).click();
    await form.getByText("Please check this.").waitFor();
    await takeScreenshot(contact, "widget-form");
    await contact.reload();
    await openPanel(contact);
    await contact.getByRole("button", { name: /Where should we send it/ }).click();
    await form.getByLabel("Order number").waitFor();
    expect(await form.getByLabel("Order number").inputValue()).toBe("1234");
    await form.getByLabel("Order number").fill("AB-1234");
    await form.getByLabel("E-mail").fill("ada@example.com");
    await form.getByLabel("Size").selectOption("Large");
    await form.getByLabel("I agree").check();
    await form.getByRole("button", { name: "Order" }).click();
    await contact.getByText("Submitted").waitFor();
    await contact.getByText("ada@example.com").waitFor();
    await takeScreenshot(contact, "widget-form-sent");
    const table = agent.getByRole("table", { name: "Answers" });
    await table.getByRole("row", { name: "Order number AB-1234" }).waitFor();
    await table.getByRole("row", { name: "I agree to the terms Yes" }).waitFor();
    await takeScreenshot(agent, "console-payloads");
  });

  it("nothing went wrong on either page", () => {
    for (const page of misdeeds) expect(page.list()).toEqual([]);
  });
});
