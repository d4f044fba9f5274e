import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

let server: TestServer;
let website: Website;
let browser: Browser;
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  website = await serveWebsite(server.url);
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

const composer = (page: Page) => page.getByRole("textbox", { name: "Your message" });

/** A visitor for whom the chat's own code does not come, until the test lets it. */
async function visit(): Promise<{ page: Page; letIt(come: boolean): void; asked(): number }> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(30_000);
  let comes = false;
  let asked = 0;
  await page.route(/\/w\/assets\/[\w-]+\/chat\.js/, (route) => {
    asked++;
    return comes ? route.continue() : route.abort();
  });
  await page.goto(website.origin);
  return {
    page,
    asked: () => asked,
    letIt(come) {
      comes = come;
    },
  };
}

async function openNewChat(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
}

it("what is sent before the chat is there is kept over a reload, and stored once, in its order", async () => {
  const { page, letIt } = await visit();
  await openNewChat(page);
  await composer(page).fill("First of all");
  await composer(page).press("Enter");
  await composer(page).fill("And then");
  await composer(page).press("Enter");
  expect(await page.getByRole("dialog").getByText("And then").count()).toBe(1);
  await composer(page).fill("half a sen");
  await page.reload();
  await openNewChat(page);
  await page.getByText("First of all").waitFor();
  expect(await composer(page).inputValue()).toBe("half a sen");
  letIt(true);
  // By itself, sooner or later.
  await page.getByText(/^And then$/).waitFor();
  await vi.waitFor(async () => expect(await stored(page)).toEqual([["First of all", "And then"]]), { timeout: 15_000 });
});

/** What the server has of this visitor, by conversation. */
const stored = (page: Page): Promise<string[][]> =>
  page.evaluate(async () => {
    const [token] = (localStorage.getItem("deskbell:demo:session") ?? "").split(" ");
    const host = document.querySelector<HTMLScriptElement>("script[src*='/w/demo.js']")?.src ?? "";
    const ask = async (path: string) =>
      (await fetch(new URL(path, host), { headers: { authorization: `Bearer ${token}` } })).json();
    const { data } = await ask("/v1/conversations");
    return Promise.all(
      data.map(async ({ id }: { id: string }) => {
        const { data: messages } = await ask(`/v1/conversations/${id}/messages`);
        return messages.flatMap(({ author, body }: { author: { kind: string }; body: string }) =>
          author.kind === "contact" ? body : [],
        );
      }),
    );
  });

it("what is being typed when the chat arrives stays where it is, with the caret in it", async () => {
  const { page, letIt, asked } = await visit();
  await openNewChat(page);
  await composer(page).pressSequentially("wörds in the mid");
  await page.keyboard.press("ArrowLeft");
  await composer(page).evaluate((element) => Reflect.set(window, Symbol.for("field"), element));
  letIt(true);
  await page.getByRole("button", { name: "Talk to a person" }).waitFor();
  expect(asked()).toBeGreaterThan(1);
  await page.keyboard.type("X");
  expect(await composer(page).inputValue()).toBe("wörds in the miXd");
  expect(await composer(page).evaluate((element) => Reflect.get(window, Symbol.for("field")) === element)).toBe(true);
});

it("where the chat does not come, the first screen says so and gets it when asked again", async () => {
  const { page, letIt } = await visit();
  await page.getByRole("button", { name: "Open chat" }).click();
  const again = page.getByRole("dialog").getByRole("button", { name: "Try again" });
  await again.waitFor();
  letIt(true);
  await again.click().catch(() => undefined);
  await page.getByRole("searchbox").waitFor();
  await vi.waitFor(async () => expect(await again.count()).toBe(0));
});

it("the rest of a language's words, held up once, comes by itself", async () => {
  const { page, letIt } = await visit();
  letIt(true);
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("button", { name: "Help", exact: true }).waitFor();
  let heldUp = 0;
  await page.route(`**/${wordsOf("chat/de.ts")}`, (route) => (heldUp++ === 0 ? route.abort() : route.continue()));
  await page.evaluate(() => Reflect.get(window, "Deskbell")("setLocale", "de"));
  await page.getByRole("button", { name: /^Schreiben Sie uns/ }).waitFor();
  await page.getByRole("button", { name: "Hilfe", exact: true }).waitFor();
  expect(heldUp).toBeGreaterThan(1);
});

/** The file with these words. */
function wordsOf(name: string): string {
  const manifest = readFileSync(join(import.meta.dirname, "../packages/widget/dist/manifest.json"), "utf8");
  const { chunks } = JSON.parse(manifest) as { chunks: Array<{ name: string; file: string }> };
  const { file } = chunks.find((chunk) => chunk.name === name) ?? {};
  if (!file) throw new Error(`The widget has no words called ${name}`);
  return basename(file);
}
