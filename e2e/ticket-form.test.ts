import type { LocalFormField } from "@deskbell/sdk/agent";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel } from "./demo-channel.ts";
import { openConsole } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await createTestServer({ DESKBELL_LIMITS: "off" });
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const field = (name: string, more: Partial<LocalFormField>): LocalFormField => ({
  name,
  label: { en: name },
  kind: "text",
  required: true,
  pattern: null,
  options: [],
  link: null,
  ...more,
});
const order = field("order", {
  label: { en: "Order number", de: "Bestellnummer", ar: "رقم الطلب" },
  pattern: "A-\\d{4}",
});
const product = field("product", {
  label: { en: "Which product?", de: "Welches Produkt?", ar: "أي منتج؟" },
  kind: "select",
  options: [
    { value: "desk", label: { en: "Desk", de: "Tisch", ar: "مكتب" } },
    { value: "chair", label: { en: "Chair", de: "Stuhl", ar: "كرسي" } },
  ],
});
const photos = field("photos", {
  label: { en: "You may show my photos", de: "Sie dürfen meine Fotos zeigen", ar: "يمكنكم عرض صوري" },
  kind: "consent",
  required: false,
  link: "https://example.com/photos",
});
const ask = (...ticketFields: LocalFormField[]) => changeDemoChannel(server, { ticketFields });

beforeEach(() => ask(order, product, photos));

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

/** The form, by the page's own way to it. */
async function openForm(page: Page, words = "Submit a ticket"): Promise<void> {
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("showTickets"));
  await page.getByRole("dialog").getByRole("button", { name: words }).click();
}

const send = (page: Page) => page.getByRole("button", { name: "Submit ticket" }).click();
const problemOf = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((input) => {
    const says = (input.getRootNode() as ShadowRoot).getElementById(input.getAttribute("aria-describedby") ?? "");
    return says?.textContent ?? null;
  });

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Subject").fill("A leg is broken");
  await page.getByLabel("Message", { exact: true }).fill("It came like this.");
  await page.getByLabel("Order number").fill("A-1815");
  await page.getByLabel("Which product?").selectOption({ label: "Chair" });
}

it("what the channel asks is checked at its field, sent with the ticket, and edited by agents", async () => {
  const page = await visit();
  await openForm(page);
  await page.getByLabel("Order number").waitFor();
  await send(page);
  for (const label of ["Subject", "Order number", "Which product?"])
    expect(await problemOf(page, label), label).toBe("Please fill this in.");
  expect(await problemOf(page, "You may show my photos")).toBeNull();
  await fillIn(page);
  await page.getByLabel("Order number").fill("1815");
  await send(page);
  expect(await problemOf(page, "Order number")).toBe("Please check this.");
  await page.locator("input:focus").waitFor();
  expect(await page.locator("input:focus").inputValue()).toBe("1815");
  await takeScreenshot(page, "widget-ticket-form");
  await page.getByLabel("Order number").fill("A-1815");
  await page.getByRole("checkbox", { name: "You may show my photos" }).check();
  await send(page);
  await page.getByText("We have your ticket").waitFor();
  await page.getByRole("button", { name: "Show the ticket" }).click();
  await page.getByRole("button", { name: "Show details" }).click();
  await page.getByText("A-1815", { exact: true }).waitFor();
  await page.getByRole("definition").getByText("Chair", { exact: true }).waitFor();
  await takeScreenshot(page, "widget-ticket-details");

  const agent = await openConsole(browser, server);
  agent.setDefaultTimeout(30_000);
  await agent.getByRole("link", { name: "Tickets" }).click();
  await agent.getByRole("link", { name: "A leg is broken" }).first().click();
  const form = agent.getByRole("region", { name: "Form", exact: true });
  await form.getByText("Chair", { exact: true }).waitFor();
  await takeScreenshot(agent, "console-ticket-form");
  await form.getByRole("button", { name: "Edit the answers" }).click();
  await agent.getByLabel("Order number").fill("1843");
  await agent.getByRole("button", { name: "Save" }).click();
  await agent.getByText("This does not fit what is asked.").waitFor();
  await agent.getByLabel("Order number").fill("A-1843");
  await agent.getByLabel("Which product?").selectOption({ label: "Desk" });
  await takeScreenshot(agent, "console-ticket-form-edit");
  await agent.getByRole("button", { name: "Save" }).click();
  await form.getByText("A-1843").waitFor();
  await agent.getByRole("tab", { name: "History" }).click();
  await agent.getByText("Order number: A-1815 → A-1843").waitFor();
  // The contact has it at once.
  await page.getByText("A-1843", { exact: true }).waitFor();
});

it("what is half filled in survives a reload, and a change of language", async () => {
  const page = await visit();
  await openForm(page);
  await fillIn(page);
  await page.getByRole("checkbox", { name: "You may show my photos" }).check();
  await page.reload();
  await openForm(page);
  await page.getByLabel("Order number").waitFor();
  const stands = async (labels: string[]) => Promise.all(labels.map((label) => page.getByLabel(label).inputValue()));
  expect(await stands(["Subject", "Order number", "Which product?"])).toEqual(["A leg is broken", "A-1815", "chair"]);
  expect(await page.getByRole("checkbox", { name: "You may show my photos" }).isChecked()).toBe(true);
  await page.evaluate(() => Reflect.get(window, "Deskbell")("setLocale", "de"));
  await page.getByLabel("Bestellnummer").waitFor();
  expect(await stands(["Betreff", "Bestellnummer", "Welches Produkt?"])).toEqual([
    "A leg is broken",
    "A-1815",
    "chair",
  ]);
});

it("a form that became another meanwhile is asked for again, and nothing that was typed is lost", async () => {
  const page = await visit();
  await openForm(page);
  await fillIn(page);
  await ask(order, { ...product, required: false }, field("colour", { label: { en: "Which colour?" } }));
  await send(page);
  await page.getByLabel("Which colour?").waitFor();
  await page.getByRole("alert").getByText("Please check what you entered.").waitFor();
  expect(await problemOf(page, "Which colour?")).toBe("Please fill this in.");
  expect(await page.getByLabel("Order number").inputValue()).toBe("A-1815");
  await page.getByLabel("Which colour?").fill("Red");
  await send(page);
  await page.getByText("We have your ticket").waitFor();
});

it("where nothing is asked, nothing is fetched for it", async () => {
  await ask();
  const page = await visit();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await openForm(page);
  await page.getByLabel("Subject").fill("Plain");
  await page.getByLabel("Message", { exact: true }).fill("Words");
  await send(page);
  await page.getByText("We have your ticket").waitFor();
  expect(fetched.filter((path) => /ticket-form|payload/.test(path))).toEqual([]);
});

it("a part that cannot be had says so, and is there once it can", async () => {
  const page = await visit();
  await page.route(/payload-parts/, (route) => route.abort());
  await openForm(page);
  const retry = page.getByRole("dialog").getByRole("button", { name: "Try again" });
  await retry.waitFor();
  await page.getByLabel("Subject").fill("Kept");
  await page.unroute(/payload-parts/);
  await retry.click();
  await page.getByLabel("Order number").waitFor();
  expect(await page.getByLabel("Subject").inputValue()).toBe("Kept");
});

it("the way of a ticket is shown live: resolved by an agent, reopened by a reply", async () => {
  const page = await visit();
  await openForm(page);
  await fillIn(page);
  await page.getByLabel("Subject").fill("To be resolved");
  await send(page);
  await page.getByRole("button", { name: "Show the ticket" }).click();
  const steps = page.getByRole("list", { name: "Progress" }).getByRole("listitem");
  await steps.getByText("Ticket opened").waitFor();

  const agent = await openConsole(browser, server);
  agent.setDefaultTimeout(30_000);
  await agent.getByRole("link", { name: "Tickets" }).click();
  await agent.getByRole("link", { name: "To be resolved" }).first().click();
  await agent.getByRole("button", { name: "Unassigned" }).click();
  await agent.getByRole("menuitemradio", { name: /Ada Agent/ }).click();
  await steps.getByText("Ada Agent is on it").waitFor();
  await agent.getByRole("button", { name: "Resolve" }).click();
  await steps.getByText("Resolved").waitFor();
  await page.getByText("Something not solved? A reply opens the ticket again.").waitFor();
  await takeScreenshot(page, "widget-ticket-resolved");
  const composer = page.getByPlaceholder("Reply to open it again…");
  await composer.fill("Not yet");
  await composer.press("Enter");
  await steps.getByText("Opened again").waitFor();
  // The latest three; the rest when it is asked for.
  expect(await steps.locator("span").allTextContents()).toEqual(["Opened again", "Resolved", "Ada Agent is on it"]);
  await page.getByRole("button", { name: "Show details" }).click();
  await steps.getByText("Ticket opened").waitFor();
  await takeScreenshot(page, "widget-ticket-way");
  await page.getByRole("button", { name: "Hide details" }).click();

  // What happened while the page heard nothing is there when it is back.
  await page.context().setOffline(true);
  await agent.getByRole("button", { name: "Resolve" }).click();
  await agent.getByRole("button", { name: "Reopen" }).waitFor();
  await page.context().setOffline(false);
  await steps.first().getByText("Resolved").waitFor();
});

it.each([
  ["de-DE", "Bestellnummer", "Welches Produkt?", "light"],
  ["ar", "رقم الطلب", "أي منتج؟", "dark"],
] as const)("fits a phone in %s", async (locale, label, choice, scheme) => {
  const page = await visit(locale, viewports.phone, scheme);
  await openForm(page, locale === "ar" ? "إنشاء تذكرة" : "Ticket erstellen");
  await page.getByLabel(label).waitFor();
  const inputs = page.locator("form input[name=subject], form textarea");
  await inputs.nth(0).fill("Ein Bein ist kaputt");
  await inputs.nth(1).fill("رِجل مكسورة");
  await page.getByLabel(choice).selectOption("chair");
  await page.getByLabel(label).fill("1");
  await page.locator("form [type=submit]").click();
  await page.locator("[aria-invalid=true]").waitFor();
  const narrowest = await page.evaluate(() => {
    const root = document.querySelector("deskbell-widget")?.shadowRoot;
    const fields = [
      ...(root?.querySelectorAll("input:not([type=checkbox], [tabindex], [hidden]), select, textarea") ?? []),
    ];
    return Math.min(...fields.map((input) => Number.parseFloat(getComputedStyle(input).fontSize)));
  });
  expect(narrowest).toBeGreaterThanOrEqual(16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await takeScreenshot(page, `widget-ticket-form-${locale}`);
  await page.getByLabel(label).fill("A-1815");
  await page.locator("form [type=submit]").click();
  await page.locator(".empty .button").click();
  await page.locator(".way li").first().waitFor();
  await page.locator(".way-more").click();
  await page.locator(".way .answers").waitFor();
  await takeScreenshot(page, `widget-ticket-details-${locale}`);
});

it("admins write the ticket form in the channel's settings", async () => {
  await ask();
  const owner = await openConsole(browser, server, "owner@demo.test");
  owner.setDefaultTimeout(30_000);
  await owner.getByRole("link", { name: "Settings" }).click();
  await owner.getByRole("link", { name: /Fernwood website/ }).click();
  const part = owner.getByRole("group", { name: "Ticket form" });
  await part.getByRole("button", { name: "Choice" }).click();
  await part.getByLabel("Question", { exact: true }).fill("Which product?");
  await part.getByLabel("Choices", { exact: true }).fill("Desk\nChair\n");
  await part.getByRole("button", { name: "Text", exact: true }).click();
  await part.getByLabel("Question", { exact: true }).nth(1).fill("Order number");
  await part.getByLabel("Must look like").fill("(");
  await part.getByRole("button", { name: "Move up" }).click();
  await owner.getByRole("button", { name: "Save" }).click();
  await part.getByText("Must be a simple pattern.").waitFor();
  await takeScreenshot(owner, "settings-ticket-form");
  await part.getByLabel("Must look like").fill("A-\\d{4}");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Saved. Visitors have it with their next page.").waitFor();

  const page = await visit();
  await openForm(page);
  await page.getByLabel("Order number").waitFor();
  expect(await page.getByLabel("Which product?").locator("option").allTextContents()).toEqual([
    "Choose…",
    "Desk",
    "Chair",
  ]);
});
