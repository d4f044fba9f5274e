import { createDeskbell } from "@deskbell/sdk";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openDemo, openPanel, say } from "./people.ts";
import { line, type Player, play } from "./scenario.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
let team: ServerClient;
beforeAll(async () => {
  server = await createTestServer({ DESKBELL_LIMITS: "off" });
  const key = await server.deskbell("create-api-key", "--workspace", "demo", "--name", "Team", "--role", "admin");
  await server.start();
  browser = await openBrowser();
  team = createServerClient({ host: server.url, apiKey: key.trim() });
  const channel = (await team.channels.list()).data.find(({ key }) => key === "demo") ?? expect.unreachable();
  await team.channels.update(channel.id, { conversations: { afterClose: "reopen" } });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** The headless client, with nothing drawn. */
function createHeadless(): Player & { end(): void } {
  let isCut = false;
  const deskbell = createDeskbell({
    host: server.url,
    channelKey: "demo",
    fetch: (input, init) => (isCut ? Promise.reject(new TypeError("no network")) : fetch(input, init)),
  });
  deskbell.connect();
  const thread = deskbell.thread(null);
  return {
    say: async (words) => thread.send(words),
    async cut() {
      isCut = true;
      deskbell.disconnect();
    },
    async restore() {
      isCut = false;
      deskbell.connect();
    },
    async retry() {
      for (const item of thread.get().items) {
        if (item.kind === "pending" && item.state === "failed") thread.retry(item.clientId);
      }
    },
    askForPerson: () => thread.handoff(),
    async lines() {
      return thread.get().items.flatMap((item) => {
        if (item.kind === "note") return [];
        if (item.kind === "pending") return line(item.state, item.body);
        if (item.message.payload?.type === "activity") return "activity";
        return line(item.message.author.kind === "contact" ? "mine" : "theirs", item.message.body);
      });
    },
    end: () => deskbell.disconnect(),
  };
}

/** The widget, by what a visitor can see and press. */
async function createVisitor(): Promise<Player & { end(): Promise<void> }> {
  const page = await openDemo(browser, server);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  const context = page.context();
  return {
    say: (words) => say(page, words),
    cut: () => context.setOffline(true),
    restore: () => context.setOffline(false),
    retry: () => page.getByRole("button", { name: "Try again" }).click(),
    askForPerson: () => page.getByRole("button", { name: "Talk to a person" }).last().click(),
    async lines() {
      const rows = page.locator(".thread > :is(.message:not(.first, :has(.writing, .dots)), .activity)");
      const seen = await rows.evaluateAll((elements) =>
        elements.map((row) => {
          const kind = ["activity", "waiting", "sending", "failed", "mine"].find((name) =>
            row.classList.contains(name),
          );
          const words = row.querySelector(".bubble .rich")?.textContent ?? "";
          return [kind ?? "theirs", words] as const;
        }),
      );
      return seen.map(([kind, words]) => (kind === "activity" ? kind : line(kind, words)));
    },
    end: () => context.close(),
  };
}

it("the widget and the headless client come to the same state at every step of a conversation", async () => {
  const headless = createHeadless();
  const expected = await play(headless, team);
  headless.end();
  const visitor = await createVisitor();
  expect(await play(visitor, team)).toEqual(expected);
  await visitor.end();
});
