import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDeskbell, type Deskbell } from "@deskbell/sdk";
import type { Browser, Page } from "playwright-core";
import { type BuildEnvironmentOptions, build } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type BlankProject, createBlankProject } from "./blank-project.ts";
import { openBrowser } from "./browser.ts";
import { createTestServer, freePort, type TestServer } from "./server.ts";
import { type Misdeeds, watchPage } from "./watched-page.ts";
import { serveFolder, serveWebsite } from "./website.ts";

const waiting = { timeout: 20_000, interval: 50 };
let server: TestServer;
let apiKey: string;
let browser: Browser;
let project: BlankProject;
const folders: string[] = [];

beforeAll(async () => {
  server = await createTestServer();
  apiKey = (await server.deskbell("create-api-key", "--workspace", "demo", "--name", "bot", "--role", "agent")).trim();
  await server.start();
  browser = await openBrowser();
  project = await createBlankProject();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  await project.remove();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe("examples/plain-html", () => {
  it("draws the launcher on a page of another origin, and opens a new message on its button", async () => {
    const site = await serveWebsite(server.url);
    const { page, misdeeds } = await visit(site.origin);
    await askAboutShipping(page);
    expect(misdeeds.list()).toEqual([]);
    await page.context().close();
    await site.close();
  });
});

/** Built as the example's own script does, but of the packages as they are published. */
async function buildExample(name: string, options: BuildEnvironmentOptions = {}): Promise<string> {
  const root = join(import.meta.dirname, "../examples", name);
  const outDir = await emptyFolder(name);
  const published = (named: string) => join(project.folder, "node_modules/@deskbell", named);
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: {
      alias: [
        { find: /^@deskbell\/(sdk|widget)$/, replacement: `${published("$1")}/index.js` },
        { find: /^@deskbell\/(sdk|widget)\/(\w+)$/, replacement: `${published("$1")}/$2.js` },
      ],
      dedupe: ["react", "react-dom", "vue"],
    },
    ssr: { noExternal: true },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, ...options },
  });
  return outDir;
}

async function emptyFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `deskbell-${name}-`));
  folders.push(folder);
  return folder;
}

/** A visitor asks by the page's own button, in the widget. */
async function askAboutShipping(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask about shipping" }).click();
  const composer = page.getByRole("textbox").first();
  await vi.waitFor(async () => expect(await composer.inputValue()).toBe("How long does shipping take?"), waiting);
  await composer.press("Enter");
  await page.getByText("How long does shipping take?").first().waitFor();
}

/** Opens `origin` and answers with the page, and with what it should not have done. */
async function visit(origin: string): Promise<{ page: Page; misdeeds: Misdeeds }> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(30_000);
  const misdeeds = watchPage(page, origin, server.url);
  await page.goto(origin);
  return { page, misdeeds };
}

describe.each(["react", "vue"])("examples/%s", (name) => {
  it("has the widget once, changes its language and asks by a button of its own", async () => {
    const site = await serveFolder(server.url, await buildExample(name));
    const { page, misdeeds } = await visit(site.origin);
    await page.getByRole("button", { name: "Open chat" }).waitFor();
    expect(await page.locator("deskbell-widget").count()).toBe(1);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await page.getByRole("button", { name: "Chat öffnen" }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await askAboutShipping(page);
    expect(misdeeds.list()).toEqual([]);
    await page.context().close();
    await site.close();
  });
});

describe("examples/react-ssr", () => {
  it("is drawn by a server without the widget, which comes when the page has come to life", async () => {
    const client = await buildExample("react-ssr");
    const program = await buildExample("react-ssr", { ssr: "server.tsx", target: "node24" });
    // As the example's own script puts them: side by side.
    const folder = await emptyFolder("site");
    await rename(program, join(folder, "server"));
    await rename(client, join(folder, "client"));
    const scripts = join(folder, "client/assets");
    for (const file of await readdir(scripts)) {
      const text = await readFile(join(scripts, file), "utf8");
      await writeFile(join(scripts, file), text.replaceAll("http://localhost:4000", server.url));
    }
    const port = await freePort();
    const site = spawn(process.execPath, [join(folder, "server/server.js")], {
      env: { PATH: process.env.PATH, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(site, "exit");
    await Promise.race([once(site.stdout, "data"), ended.then(() => expect.unreachable("It ended at once"))]);
    const origin = `http://127.0.0.1:${port}`;
    const html = await (await fetch(origin)).text();
    expect(html).toContain("<h1>A page from a server</h1>");
    expect(html).not.toContain("deskbell-widget");
    const { page, misdeeds } = await visit(origin);
    await askAboutShipping(page);
    // Nor any word of React's about what the server drew otherwise.
    expect(misdeeds.list()).toEqual([]);
    await page.context().close();
    site.kill();
    await ended;
  });
});

describe("examples/headless", () => {
  it("is an interface of its own: it asks, is answered, waits without a network, and is there after a reload", async () => {
    const site = await serveFolder(server.url, await buildExample("headless"));
    const { page, misdeeds } = await visit(site.origin);
    const field = page.getByRole("textbox", { name: "Message" });
    await field.fill("How do I change the greeting?");
    await field.press("Enter");
    await page.getByText("You: How do I change the greeting?").waitFor();
    await page.getByRole("listitem").filter({ hasNotText: "You:" }).first().waitFor();
    expect(misdeeds.list()).toEqual([]);
    await page.context().setOffline(true);
    await field.fill("Are you there?");
    await field.press("Enter");
    await page.getByText("waits for the network").waitFor();
    await page.context().setOffline(false);
    await page.getByText("waits for the network").waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("You: Are you there?").waitFor();
    expect(await page.getByText("You: Are you there?").count()).toBe(1);
    await page.context().close();
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
