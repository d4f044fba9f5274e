import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Page, WebSocketRoute } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { openPanel, say } from "./people.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

let server: TestServer;
let website: Website;
let browser: Browser;
let team: ServerClient;
beforeAll(async () => {
  server = await createTestServer();
  const key = await server.deskbell("create-api-key", "--workspace", "demo", "--name", "Helper", "--role", "agent");
  await server.start();
  website = await serveWebsite(server.url);
  team = createServerClient({ host: server.url, apiKey: key.trim() });
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

interface Visit {
  page: Page;
  /** Writes to the visitor, who is to read it. */
  tell(words: string): Promise<void>;
  reads(words: string): Promise<void>;
  /** Ways in which the page has opened a line. */
  lines(): string[];
  /** Whether Socket.IO's own client was fetched. */
  substitute(): boolean;
}

/** A visitor in a conversation, with the bot out of the way. */
async function visit(prepare?: (page: Page) => Promise<unknown>): Promise<Visit> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(30_000);
  const lines: string[] = [];
  let substitute = false;
  page.on("websocket", (socket) => lines.push(new URL(socket.url()).searchParams.get("transport") ?? ""));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/socket")) lines.push(url.searchParams.get("transport") ?? "");
    if (/\/w\/assets\/[\w-]+\/esm\.js/.test(url.pathname)) substitute = true;
  });
  await prepare?.(page);
  await page.goto(website.origin);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("button", { name: "Talk to a person" }).first().click();
  const ids = async () => (await team.conversations.list({ view: "all" })).data.map(({ id }) => id);
  const before = await ids();
  await say(page, "Hello");
  const fresh = async () => (await ids()).find((each) => !before.includes(each));
  const id = await vi.waitFor(async () => (await fresh()) ?? Promise.reject(new Error("not yet")), 20_000);
  return {
    page,
    tell: async (body) => void (await team.messages.send(id, { body })),
    reads: (body) => page.getByRole("dialog").getByText(body, { exact: true }).waitFor(),
    lines: () => lines,
    substitute: () => substitute,
  };
}

it("one WebSocket carries a chat, over a server's restart, without Socket.IO's own client", async () => {
  const { tell, reads, lines, substitute } = await visit();
  await tell("Good morning");
  await reads("Good morning");
  expect(new Set(lines())).toEqual(new Set(["websocket"]));
  const before = lines().length;
  await server.stop();
  await server.start();
  await tell("Back again");
  await reads("Back again");
  await vi.waitFor(() => expect(lines().length).toBeGreaterThan(before), 20_000);
  await tell("And here");
  await reads("And here");
  expect(substitute()).toBe(false);
});

it("a chat with a person, begun on the first screen, brings no code that it does not use", async () => {
  const files = new Set<string>();
  const { page, tell, reads } = await visit(async (each) => {
    each.on("request", (request) => {
      const [, file] = /\/w\/(?:assets\/[\w-]+\/)?([\w-]+)\.js/.exec(new URL(request.url()).pathname) ?? [];
      if (file) files.add(file);
    });
  });
  await tell("Good morning");
  await reads("Good morning");
  await say(page, "And to you");
  await reads("And to you");
  await page.getByText("Delivered").or(page.getByText("Sent")).last().waitFor();
  await vi.waitFor(() => expect(files).toContain("watch-page"), 20_000);
  expect([...files].sort()).toEqual([
    "app",
    "chat",
    "demo",
    // What the first screen has beside the way into a chat.
    "deskbell",
    "en",
    // The place in the queue.
    "queue-parts",
    "sections",
    "watch-page",
  ]);
});

it("a line that is cut fifty times brings everything once", async () => {
  const open = new Set<WebSocketRoute>();
  const { page, tell, reads } = await visit((each) =>
    each.routeWebSocket(/\/socket\//, (route) => {
      const line = route.connectToServer();
      line.onMessage((message) => {
        route.send(message);
        // The server has let it into the namespace: it is up.
        if (String(message).startsWith("40")) open.add(route);
      });
    }),
  );
  for (let cut = 1; cut <= 50; cut++) {
    await vi.waitFor(() => expect(open.size).toBeGreaterThan(0), 20_000);
    const up = [...open];
    open.clear();
    await Promise.all([tell(`Part ${cut}.`), ...up.map((route) => route.close({ code: 1001 }))]);
  }
  await reads("Part 50.");
  for (const cut of [1, 17, 34, 49]) {
    expect(await page.getByRole("dialog").getByText(`Part ${cut}.`, { exact: true }).count()).toBe(1);
  }
});

it.each([
  ["refused", (route: WebSocketRoute) => void route.close({ code: 1008 })],
  ["swallowed", () => undefined],
])("where WebSocket is %s, long polling carries a chat, and nobody is told", async (_, mishap) => {
  const { page, tell, reads, lines, substitute } = await visit((each) => each.routeWebSocket(/\/socket\//, mishap));
  await vi.waitFor(() => expect(lines()).toContain("polling"), 40_000);
  await tell("Heard by polling");
  await reads("Heard by polling");
  expect(substitute()).toBe(true);
  expect(await page.getByText("No connection.").count()).toBe(0);
});

it("who is signed out elsewhere while connected goes on in a session of their own", async () => {
  const { page, tell, reads } = await visit();
  await tell("Before");
  await reads("Before");
  const token = () => page.evaluate(() => localStorage.getItem("deskbell:demo:session"));
  const before = await token();
  const ended = await fetch(`${server.url}/v1/sessions`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${before?.split(" ")[0]}` },
  });
  expect(ended.ok).toBe(true);
  await vi.waitFor(async () => expect(await token()).not.toBe(before), 20_000);
  // The former contact's conversation is not theirs any more.
  await vi.waitFor(async () => expect(await page.getByText("Before", { exact: true }).count()).toBe(0), 20_000);
});
