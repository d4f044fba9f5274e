import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { createIdentityKey, type IdentityKey, seconds, signIdentity } from "./identity-token.ts";
import { openPanel, say } from "./people.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

let server: TestServer;
let website: Website;
let browser: Browser;
let team: ServerClient;
let key: IdentityKey;
beforeAll(async () => {
  server = await createTestServer({ DESKBELL_LIMITS: "off" });
  const of = ["--workspace", "demo", "--name", "Team", "--role", "admin"];
  const apiKey = await server.deskbell("create-api-key", ...of);
  key = await createIdentityKey(server);
  await server.start();
  website = await serveWebsite(server.url);
  team = createServerClient({ host: server.url, apiKey: apiKey.trim() });
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await website.close();
  await server.remove();
});

/** Called by the page, as its own server would be. */
const token = (sub: string) => signIdentity(key, { sub, exp: seconds(600) });

/** A page that gives this, if anything, when it is asked who its visitor is. */
async function visit(given: string | null, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(30_000);
  if (given) {
    await page.addInitScript((jwt) => {
      Object.assign(window, { deskbellSettings: { getToken: async () => jwt } });
    }, given);
  }
  await prepare?.(page);
  await page.goto(website.origin);
  return page;
}

const call = (page: Page, ...command: unknown[]) =>
  page.evaluate((args) => Reflect.get(window, "Deskbell")(...args), command);

async function write(page: Page, words: string): Promise<void> {
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, words);
}

/** Who wrote these words, by the website's own name for them; `null`: nobody it knows. */
const writerOf = (words: string) =>
  vi.waitFor(async () => {
    const { data } = await team.conversations.list({ view: "all" });
    for (const { id, contact } of data) {
      const messages = await team.messages.list(id);
      if (messages.data.some(({ body }) => body === words)) return contact.externalId;
    }
    throw new Error("not yet");
  }, 20_000);

it("a visitor of whom the page says nothing is anonymous, and brings no code for it", async () => {
  let asked = false;
  const page = await visit(null, async (each) =>
    each.on("request", (request) => {
      asked ||= request.url().includes("identity-parts");
    }),
  );
  await write(page, "Nobody you know");
  expect(await writerOf("Nobody you know")).toBeNull();
  expect(asked).toBe(false);
});

it("a visitor whom the page names before they open the chat is that one from the first word", async () => {
  await write(await visit(token("ada")), "It is Ada");
  expect(await writerOf("It is Ada")).toBe("ada");
});

it("while the code that proves it cannot be had nothing goes out in nobody's name", async () => {
  let isBlocked = true;
  const page = await visit(token("grace"), (each) =>
    each.route("**/identity-parts.js", (route) => (isBlocked ? route.abort() : route.continue())),
  );
  const sessions: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/sessions")) sessions.push(request.postData() ?? "");
  });
  await write(page, "It is Grace");
  await page.getByText("Waiting for the connection").waitFor();
  expect(sessions).toEqual([]);
  isBlocked = false;
  expect(await writerOf("It is Grace")).toBe("grace");
  expect(sessions.every((body) => body.includes("identity"))).toBe(true);
});

it("who signs in while chatting takes their conversation along, and signs out of it", async () => {
  const page = await visit(null);
  await write(page, "Written before");
  expect(await writerOf("Written before")).toBeNull();
  await call(page, "identify", { name: "Joan" }, { token: token("joan") });
  await vi.waitFor(async () => expect(await writerOf("Written before")).toBe("joan"), 20_000);
  await say(page, "Written after");
  expect(await writerOf("Written after")).toBe("joan");
  await call(page, "logout");
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, "Somebody else");
  expect(await writerOf("Somebody else")).toBeNull();
});
