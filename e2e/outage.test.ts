import { createDeskbell, type Deskbell } from "@deskbell/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

const waiting = { timeout: 30_000, interval: 100 };
let server: TestServer;
let website: Website;
let browser: Browser;

beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  website = await serveWebsite(server.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await website.close();
  await server.remove();
});

it("sends a message once that was typed while the server was dead and kept over a reload", async () => {
  const page = await (await browser.newContext()).newPage();
  const composer = page.getByRole("textbox", { name: "Your message" });
  await page.goto(website.origin);
  await page.getByRole("button", { name: "Ask about shipping" }).click();
  await composer.press("Enter");
  const contact = await contactOf(page);
  const firstOf = async () => (await contact.conversations.list()).data[0];
  await vi.waitFor(async () => expect(await firstOf()).toBeDefined(), waiting);
  const conversation = await firstOf();
  const said = async () => {
    const { data } = await contact.messages.list(conversation?.id ?? "");
    return data.filter(({ author }) => author.kind === "contact").map(({ body }) => body);
  };

  await server.kill();
  await composer.fill("Are you still there?");
  await composer.press("Enter");
  await page.getByText("Waiting for the connection…").or(page.getByText("Not sent.")).first().waitFor();
  await page.reload();
  await server.start();

  const expected = ["How long does shipping take?", "Are you still there?"];
  await vi.waitFor(async () => expect(await said()).toEqual(expected), waiting);

  await page.evaluate((id) => Reflect.get(window, "Deskbell")("showConversation", id), conversation?.id);
  await page.getByText("Are you still there?").waitFor();
  expect(await page.getByText("Not sent.").or(page.getByText("Sending…")).count()).toBe(0);
  expect(await said()).toEqual(expected);
});

/** The page's own contact, asked from outside the page. */
async function contactOf(page: Page): Promise<Deskbell> {
  const held = await page.waitForFunction(() => localStorage.getItem("deskbell:demo:session"));
  const token = await held.jsonValue();
  const storage = { get: () => token, set: () => undefined, remove: () => undefined };
  const contact = createDeskbell({ host: server.url, channelKey: "demo", storage });
  await contact.start();
  return contact;
}
