import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { type ReceivedMail, type SmtpServer, startSmtpServer } from "../packages/server/src/test/smtp-server.ts";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let smtp: SmtpServer;
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  smtp = await startSmtpServer();
  // Without limits: who runs this again on the same Redis would be refused.
  server = await createTestServer({
    SMTP_URL: smtp.url,
    MAIL_FROM: "Demo Support <support@example.test>",
    DESKBELL_LIMITS: "off",
  });
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  await smtp.close();
});

const arrives = (email: string): Promise<ReceivedMail> =>
  expect
    .poll(() => smtp.mails.filter(({ recipients }) => recipients.includes(email)), { timeout: 20_000 })
    .toHaveLength(1)
    .then(() => smtp.mails.find(({ recipients }) => recipients.includes(email)) as ReceivedMail);
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.querySelector("deskbell-widget")?.shadowRoot?.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
  });

/** A contact in a chat, with its menu open. */
async function openMenu(of = server, viewport: { width: number; height: number } = viewports.desktop): Promise<Page> {
  const page = await openDemo(browser, of, viewport);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, "How do I change the greeting?");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Download the conversation" }).waitFor();
  return page;
}
const byMail = (page: Page) => page.getByRole("button", { name: "Send by e-mail" });
const send = (page: Page) => page.getByRole("form", { name: "Send by e-mail" }).getByRole("button", { name: "Send" });
const address = (page: Page) => page.getByRole("textbox", { name: "E-mail address" });

it("a conversation is sent to the address that is typed, by keyboard alone", async () => {
  const page = await openMenu();
  await byMail(page).focus();
  await page.keyboard.press("Enter");
  await address(page).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.querySelector("deskbell-widget")?.shadowRoot?.activeElement?.tagName))
    .toBe("INPUT");
  await page.keyboard.type("ada@");
  await page.keyboard.press("Enter");
  const wrong = page.getByText("This is not a complete e-mail address.");
  await wrong.waitFor();
  expect(await address(page).getAttribute("aria-invalid")).toBe("true");
  expect(await address(page).getAttribute("aria-describedby")).toBe(await wrong.getAttribute("id"));
  await takeScreenshot(page, "widget-mail-wrong");
  await page.keyboard.type("example.com");
  await wrong.waitFor({ state: "detached" });
  // A press beside the field is no way out.
  await page.locator(".mail-form label").click();
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "On its way to ada@example.com" }).waitFor();
  expect(await focused(page)).toBe("Send by e-mail");
  await takeScreenshot(page, "widget-mail-sent");
  const mail = await arrives("ada@example.com");
  expect(mail.text).toMatch(/^You \([^)]+\)\n {2}How do I change the greeting\?$/m);
  expect(mail.from?.text).toContain("Demo Support");
  await page.keyboard.press("Escape");
  await byMail(page).waitFor({ state: "detached" });
  expect(await focused(page)).toBe("More");
});

it("the contact's own address stands there already", async () => {
  const page = await openDemo(browser, server);
  const token = await page.evaluate(async () => {
    const session = await fetch("/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ channelKey: "demo" }),
    }).then((response) => response.json());
    await fetch("/v1/contact", {
      method: "PATCH",
      headers: { "content-type": "application/json", authorization: `Bearer ${session.token}` },
      body: JSON.stringify({ email: "grace@example.com" }),
    });
    localStorage.setItem("deskbell:demo:session", `${session.token} ${session.contact.id}`);
    return session.token;
  });
  expect(token).toMatch(/^ds_/);
  await page.reload();
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, "How do I change the greeting?");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await byMail(page).click();
  expect(await address(page).inputValue()).toBe("grace@example.com");
  await send(page).click();
  await page.getByText("On its way to grace@example.com").waitFor();
  await arrives("grace@example.com");
});

it("what went wrong is said, and sending it again sends one", async () => {
  const page = await openMenu();
  await byMail(page).click();
  await address(page).fill("once@example.com");
  const look = () => send(page).evaluate((button) => getComputedStyle(button).backgroundColor);
  const resting = await look();
  await send(page).hover();
  expect(await look(), "under the pointer").toBe(resting);
  const way = /\/transcript$/;
  await page.route(way, async (route) => {
    // It arrives, and its answer does not.
    await route.fetch();
    await route.abort();
  });
  await send(page).click();
  await page.getByRole("alert").filter({ hasText: "The server cannot be reached" }).waitFor();
  await page.unroute(way);
  await page.route(way, (route) =>
    route.fulfill({
      status: 403,
      contentType: "application/json",
      body: JSON.stringify({ error: { code: "mail_off", message: "Off", requestId: "x" } }),
    }),
  );
  await send(page).click();
  await page.getByRole("alert").filter({ hasText: "This chat sends no e-mail at the moment." }).waitFor();
  await page.unroute(way);
  await send(page).click();
  await page.getByText("On its way to once@example.com").waitFor();
  await arrives("once@example.com");
});

it.each([
  ["de", viewports.phone, "light"],
  ["ar", viewports.phone, "dark"],
  ["ar", viewports.desktop, "light"],
  ["fr", viewports.desktop, "dark"],
] as const)("it fits in %s", async (locale, viewport, theme) => {
  const page = await openMenu(server, viewport);
  await page.keyboard.press("Escape");
  await page.evaluate(
    ([to, look]) => {
      Reflect.get(window, "Deskbell")("setLocale", to);
      Reflect.get(window, "Deskbell")("setTheme", look);
    },
    [locale, theme],
  );
  await page.locator(".menu > button").click();
  await page.locator(".menu-items svg").nth(2).waitFor();
  await page.locator(".menu-items > button[aria-expanded]").click();
  const name = `widget-mail-${locale}-${viewport.width}`;
  await page.locator(".mail-form input").fill("a-rather-long-address-of-somebody@subdomain.example.com");
  const inside = async (selector: string) => {
    const [part, panel] = [await page.locator(selector).boundingBox(), await page.locator(".panel").boundingBox()];
    if (!part || !panel) throw new Error(`${selector} is not shown`);
    expect(part.x).toBeGreaterThanOrEqual(panel.x);
    expect(part.x + part.width).toBeLessThanOrEqual(panel.x + panel.width);
  };
  await inside(".menu-items");
  await takeScreenshot(page, name);
  await page.locator(".mail-form [type=submit]").click();
  await page.locator(".mailed").getByText("@").waitFor();
  await inside(".menu-items");
  await takeScreenshot(page, `${name}-sent`);
});

it("where no mail is sent the menu does not speak of it", async () => {
  const quiet = await createTestServer();
  onTestFinished(() => quiet.remove());
  await quiet.start();
  const page = await openMenu(quiet);
  expect(await byMail(page).count()).toBe(0);
});

it("an agent sends it to a contact whose address is known", async () => {
  const contact = createDeskbell({ host: server.url, channelKey: "demo", storage: createMemoryStore() });
  await contact.contact.update({ name: "Mei Tanaka", email: "mei@example.com" });
  await contact.conversations.start({ message: { body: "My invoice is wrong" }, handoff: true });
  const agent = await openConsole(browser, server);
  await agent.getByRole("link", { name: /Mei Tanaka/ }).click();
  await agent.getByRole("button", { name: "Send the conversation by e-mail" }).click();
  await agent.getByText("On its way to mei@example.com.").waitFor();
  expect((await arrives("mei@example.com")).text).toContain("My invoice is wrong");
});
