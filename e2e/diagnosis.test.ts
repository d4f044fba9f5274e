import type { UpdateChannel } from "@deskbell/sdk/agent";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { createIdentityKey, type IdentityKey, seconds, signIdentity } from "./identity-token.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite } from "./website.ts";

let server: TestServer;
let browser: Browser;
let team: ServerClient;
let channelId: string;
let key: IdentityKey;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  server = await createTestServer({ DESKBELL_LIMITS: "off" });
  const of = ["--workspace", "demo"];
  const apiKey = await server.deskbell("create-api-key", ...of, "--name", "Team", "--role", "admin");
  key = await createIdentityKey(server);
  await server.start();
  team = createServerClient({ host: server.url, apiKey: apiKey.trim() });
  const { data } = await team.channels.list();
  channelId = data.find((channel) => channel.key === "demo")?.id ?? "";
  browser = await openBrowser();
});
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

interface Scene {
  /** In the page before the script. */
  head?: string;
  scripts?: number;
  policy?: string;
  locale?: string;
  viewport?: { width: number; height: number };
  prepare?(context: BrowserContext): Promise<unknown>;
}

/** A page that asks for the diagnosis before the script has loaded. */
async function openPage({ head = "", scripts = 1, policy, locale = "en-GB", viewport, prepare }: Scene = {}) {
  const script = `<script async nonce="n" src="http://localhost:4000/w/demo.js"></script>`;
  const ask = `const q = []; window.Deskbell = Object.assign((...a) => q.push(a), { q }); Deskbell("diagnose");`;
  const site = await serveWebsite(server.url, {
    html: `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:," /><h1>Shop</h1>
      <script nonce="n">${head};${ask}</script>${script.repeat(scripts)}</html>`,
    ...(policy && { headers: { "content-security-policy": policy } }),
  });
  const context = await browser.newContext({ locale, ...(viewport && { viewport }) });
  endings.push(
    () => context.close(),
    () => site.close(),
  );
  context.setDefaultTimeout(30_000);
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(site.origin);
  return page;
}

/** What it says is wrong: `fault` or `unknown`, by what was looked at. */
async function read(page: Page): Promise<Record<string, string>> {
  await page.locator("dialog.diagnosis[open] li").last().waitFor();
  return page
    .locator("dialog.diagnosis li:not(.well)")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [row.getAttribute("data-check"), row.querySelector("code")?.textContent ?? "unknown"]),
      ),
    );
}

const sign = (claims: object, secret = key.secret) => signIdentity({ ...key, secret }, claims);
const giving = (token: string) => `window.deskbellSettings = { getToken: async () => "${token}" }`;

async function changeChannel(change: UpdateChannel): Promise<void> {
  await team.channels.update(channelId, change);
  endings.push(() => team.channels.update(channelId, { allowedDomains: [], identityMode: "optional" }));
}

it("nothing is wrong where nothing is: under the policy that `deskbell csp` prints, with a good token", async () => {
  const printed = await server.deskbell("csp", "--host", server.url, "--nonce", "n");
  const policy = `default-src 'none'; ${printed.trim().slice("Content-Security-Policy: ".length)}`;
  const page = await openPage({ policy, head: giving(sign({ exp: seconds(600) })) });
  expect(await read(page)).toEqual({});
  await page.getByText("Everything works.").waitFor();
  expect(await page.locator("dialog.diagnosis[open] li").count()).toBe(9);
  expect(await page.getByRole("dialog", { name: "Diagnosis" }).count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

const faults: [fault: string, found: Record<string, string>, scene: () => Promise<Scene> | Scene][] = [
  ["script_twice", { script: "script_twice" }, () => ({ scripts: 2 })],
  [
    "script_old",
    { script: "script_old" },
    () => ({
      prepare: (context) =>
        context.route("**/v1/sessions/check", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), app: "newer" } });
        }),
    }),
  ],
  [
    "policy_blocks",
    { policy: "policy_blocks", socket: "unknown", polling: "unknown" },
    () => ({ policy: `default-src 'none'; script-src 'nonce-n'; connect-src ${server.url}/v1/ ${server.url}/w/` }),
  ],
  [
    "policy_blocks for pictures alone",
    { policy: "policy_blocks" },
    () => ({
      policy: `default-src 'none'; script-src 'nonce-n'; connect-src ${server.url} ${server.url.replace("http", "ws")}`,
    }),
  ],
  [
    "storage_denied",
    { storage: "storage_denied" },
    () => ({
      prepare: (context) =>
        context.addInitScript(() => {
          Object.defineProperty(window, "localStorage", {
            get() {
              throw new DOMException("The operation is insecure.", "SecurityError");
            },
          });
        }),
    }),
  ],
  [
    "server_refuses",
    { server: "server_refuses", clock: "unknown", domain: "unknown", identity: "unknown" },
    () => ({
      prepare: (context) =>
        context.route("**/v1/sessions/check", (route) => route.fulfill({ status: 502, body: "no" })),
    }),
  ],
  [
    "channel_not_found",
    { server: "channel_not_found", clock: "unknown", domain: "unknown", identity: "unknown" },
    () => ({
      prepare: (context) =>
        context.route("**/w/demo.js", async (route) => {
          const response = await route.fetch();
          await route.fulfill({
            response,
            body: (await response.text()).replaceAll(`"channelKey":"demo"`, `"channelKey":"gone"`),
          });
        }),
    }),
  ],
  [
    "socket_blocked",
    { socket: "socket_blocked" },
    () => ({ prepare: (context) => context.routeWebSocket(/\/socket\//, (socket) => socket.close()) }),
  ],
  [
    "polling_blocked",
    { polling: "polling_blocked" },
    () => ({ prepare: (context) => context.route(/transport=polling/, (route) => route.abort()) }),
  ],
  [
    "clock_wrong",
    { clock: "clock_wrong" },
    () => ({
      prepare: (context) =>
        context.addInitScript(() => {
          const now = Date.now;
          Date.now = () => now() - 48 * 3_600_000;
        }),
    }),
  ],
  [
    "domain_not_allowed",
    { domain: "domain_not_allowed" },
    async () => {
      await changeChannel({ allowedDomains: ["*.shop.example"] });
      return {};
    },
  ],
  [
    "token_failed",
    { identity: "token_failed" },
    () => ({ head: `window.deskbellSettings = { getToken: () => Promise.reject(new Error("401")) }` }),
  ],
  [
    "identity_required",
    { identity: "identity_required" },
    async () => {
      await changeChannel({ identityMode: "required" });
      return {};
    },
  ],
  [
    "identity_invalid",
    { identity: "identity_invalid" },
    () => ({ head: giving(sign({ exp: seconds(600), aud: "another" })) }),
  ],
  ["identity_expired", { identity: "identity_expired" }, () => ({ head: giving(sign({ exp: seconds(-60) })) })],
  [
    "identity_off",
    { identity: "identity_off" },
    async () => {
      await changeChannel({ identityMode: "off" });
      return { head: giving(sign({ exp: seconds(600) })) };
    },
  ],
];

it.each(faults)("%s has a code of its own", async (_, found, scene) => {
  const page = await openPage(await scene());
  expect(await read(page)).toEqual(found);
});

it("works without the server, and again when it is back; a faulty page reads well on a phone, in every language", async () => {
  const page = await openPage({
    locale: "ar",
    viewport: viewports.phone,
    scripts: 2,
    head: giving(sign({ exp: seconds(-60) })),
  });
  expect(await read(page)).toEqual({ script: "script_twice", identity: "identity_expired" });
  for (const locale of ["ar", "de", "es", "fr", "en"]) {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.evaluate((wish) => {
      const deskbell = Reflect.get(window, "Deskbell");
      deskbell("setLocale", wish);
      deskbell("diagnose");
    }, locale);
    await read(page);
    const dialog = page.locator("dialog.diagnosis[open]");
    expect(await dialog.getAttribute("lang")).toBe(locale);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await takeScreenshot(page, `diagnosis-${locale}`);
  }
  await server.stop();
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByText("server_unreachable").waitFor();
  expect(await read(page)).toEqual({
    script: "script_twice",
    server: "server_unreachable",
    socket: "unknown",
    polling: "unknown",
    clock: "unknown",
    domain: "unknown",
    identity: "unknown",
  });
  await server.start();
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByText("server_unreachable").waitFor({ state: "detached" });
  expect(await read(page)).toEqual({ script: "script_twice", identity: "identity_expired" });
});
