import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createDeskbell, type Deskbell } from "@deskbell/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { watchPage } from "./watched-page.ts";
import { serveWebsite } from "./website.ts";

const waiting = { timeout: 20_000, interval: 50 };
let server: TestServer;
let apiKey: string;

beforeAll(async () => {
  server = await createTestServer();
  apiKey = (await server.deskbell("create-api-key", "--workspace", "demo", "--name", "bot", "--role", "agent")).trim();
  await server.start();
});
afterAll(() => server.remove());

describe("examples/plain-html", () => {
  it("draws the launcher on a page of another origin, and opens a new message on its button", async () => {
    const site = await serveWebsite(server.url);
    const browser = await openBrowser();
    const page = await browser.newPage();
    const misdeeds = watchPage(page, site.origin, server.url);
    await page.goto(site.origin);
    await page.getByRole("button", { name: "Ask about shipping" }).click();
    const composer = page.getByRole("textbox").first();
    await vi.waitFor(async () => expect(await composer.inputValue()).toBe("How long does shipping take?"), waiting);
    await composer.press("Enter");
    await page.getByText("How long does shipping take?").first().waitFor();
    expect(misdeeds.list()).toEqual([]);
    await browser.close();
    await site.close();
  });
});

describe("examples/node-bot", () => {
  it("answers who waits for a person, once, however often it is started", async () => {
    const contact = createDeskbell({ host: server.url, channelKey: "demo" });
    await contact.start();
    const message = { clientId: "waiting-1", body: "Is anybody there?" };
    const { conversation } = await contact.conversations.start({ clientId: "waiting-1", message, handoff: true });

    expect(await runBotUntil(() => isAnswered(contact, conversation.id))).toBe(0);
    const answered = await contact.messages.list(conversation.id);
    expect(answered.data.filter(({ author }) => author.kind === "bot")).toHaveLength(1);

    const { conversation: second } = await contact.conversations.start({
      clientId: "waiting-2",
      message: { clientId: "waiting-2", body: "And here?" },
      handoff: true,
    });
    await runBotUntil(() => isAnswered(contact, second.id));
    expect((await contact.messages.list(conversation.id)).data).toEqual(answered.data);
  });
});

async function isAnswered(contact: Deskbell, conversationId: string): Promise<boolean> {
  const { data } = await contact.messages.list(conversationId);
  return data.some(({ author }) => author.kind === "bot");
}

/** Starts the bot, stops it as Ctrl-C does once `done`, and gives back its exit code. */
async function runBotUntil(done: () => Promise<boolean>): Promise<number | null> {
  const env = { PATH: process.env.PATH, DESKBELL_HOST: server.url, DESKBELL_API_KEY: apiKey };
  const bot = spawn(process.execPath, ["bot.ts"], {
    cwd: join(import.meta.dirname, "../examples/node-bot"),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = once(bot, "exit");
  await vi.waitFor(async () => expect(await done(), output).toBe(true), waiting);
  bot.kill("SIGINT");
  await ended;
  return bot.exitCode;
}
