import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { uploadDemoLogo } from "./demo-channel.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite } from "./website.ts";

let server: TestServer;
let browser: Browser;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  browser = await openBrowser();
});
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const photo = readFileSync(join(import.meta.dirname, "../docs/images/widget-phone.png"));
const script = `<script async src="http://localhost:4000/w/demo.js"></script>`;
const blankPage = (content: string) =>
  `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:," /></head><body><h1>Shop</h1>${content}</body></html>`;

/** What the page and its browser had to complain of: CSP, Trusted Types, errors of any kind. */
interface Complaints {
  list(): Promise<string[]>;
}

async function visit(
  html: string,
  {
    headers,
    prepare,
  }: { headers?: Record<string, string>; prepare?: (context: BrowserContext) => Promise<unknown> } = {},
): Promise<{ page: Page; context: BrowserContext; complaints: Complaints; requests: string[] }> {
  const site = await serveWebsite(server.url, { html, ...(headers && { headers }) });
  const context = await browser.newContext({ locale: "en-GB" });
  endings.push(
    () => context.close(),
    () => site.close(),
  );
  context.setDefaultTimeout(30_000);
  await context.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(window, Symbol.for("violations"), violations);
    document.addEventListener("securitypolicyviolation", (event) =>
      violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`),
    );
  });
  await prepare?.(context);
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(site.origin);
  return {
    page,
    context,
    requests,
    complaints: {
      list: async () => [
        ...errors,
        ...(await page.evaluate(() => Reflect.get(window, Symbol.for("violations")) as string[])),
      ],
    },
  };
}

const launcher = (page: Page) => page.getByRole("button", { name: "Open chat" });

/** A visitor opens the panel, asks the bot and reads its answer. */
async function chat(page: Page): Promise<void> {
  await launcher(page).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("textbox", { name: "Your message" }).fill("How do I change the greeting?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
}

it.each([
  ["by its host", [], script],
  ["by its channel", ["--channel", "demo"], script],
  ["by a nonce", ["--nonce", "today"], script.replace("<script", `<script nonce="today"`)],
])(
  "runs %s under what `deskbell csp` prints and nothing more, with Trusted Types enforced, in an isolated page",
  async (_, args, tag) => {
    const printed = await server.deskbell("csp", "--host", server.url, ...args);
    const policy = printed.match(/^Content-Security-Policy: (.+)\n$/)?.[1] ?? expect.unreachable(printed);
    await uploadDemoLogo(server, new Blob([photo]));
    const { page, complaints } = await visit(blankPage(tag).replace(/<link [^>]+>/, ""), {
      headers: {
        "content-security-policy": `default-src 'none'; ${policy}; require-trusted-types-for 'script'; trusted-types 'none'`,
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      },
    });
    await launcher(page).click();
    await page.locator("deskbell-widget .brand img").evaluate((image: HTMLImageElement) => image.decode());
    await launcher(page).click();
    await chat(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.getByRole("button", { name: /colors and greeting/ }).click();
    await page.getByRole("article").first().waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await page.locator("input[type=file]").setInputFiles([
      { name: "screen.png", mimeType: "image/png", buffer: photo },
      { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Some words") },
    ]);
    await page.getByRole("textbox", { name: "Your message" }).fill("Look");
    await page.keyboard.press("Enter");
    const picture = page.getByRole("link", { name: "Open screen.png" }).locator("img");
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    await page.getByRole("link", { name: "Download notes.txt" }).waitFor();
    expect(await complaints.list()).toEqual([]);
  },
);

it("leaves an untouched page as it was: one request, no cookie, no frame, no global but its two, nothing moved", async () => {
  const globals = () => Object.getOwnPropertyNames(window);
  const { page, context, requests } = await visit(blankPage(""));
  const before = await page.evaluate(globals);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Reflect.set(window, Symbol.for("shifts"), shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  requests.length = 0;
  await page.evaluate((src) => {
    const element = document.createElement("script");
    element.src = src;
    document.body.append(element);
  }, `${server.url}/w/demo.js`);
  await launcher(page).waitFor();
  await page.waitForLoadState("networkidle");
  expect(requests).toEqual([`${server.url}/w/demo.js`]);
  expect((await page.evaluate(globals)).filter((name) => !before.includes(name))).toEqual(["Deskbell"]);
  expect(await context.cookies()).toEqual([]);
  expect(page.frames()).toHaveLength(1);
  expect(await page.evaluate(() => Reflect.get(window, Symbol.for("shifts")))).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

it("holds no page up at load: no task beyond 50 ms with a CPU four times slower", async () => {
  const longest: number[] = [];
  // The shortest of a few: others work on this machine, too.
  for (let round = 0; round < 5 && Math.min(...longest) !== 0; round++) {
    const { page, context } = await visit(blankPage(""));
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.evaluate(() => {
      const tasks: number[] = [];
      Reflect.set(window, Symbol.for("tasks"), tasks);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: "longtask" });
    });
    await page.evaluate((src) => {
      const element = document.createElement("script");
      element.src = src;
      document.body.append(element);
    }, `${server.url}/w/demo.js`);
    await launcher(page).waitFor();
    await page.waitForLoadState("networkidle");
    longest.push(await page.evaluate(() => Math.max(0, ...(Reflect.get(window, Symbol.for("tasks")) as number[]))));
  }
  expect(Math.min(...longest)).toBe(0);
});

it.each([
  [
    "storage denied",
    () => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      }
    },
  ],
  [
    "a clock two days wrong",
    () => {
      const now = Date.now;
      const wrong = () => now() - 48 * 3_600_000;
      window.Date = class extends Date {
        constructor(...args: [number]) {
          if (args.length) super(...args);
          else super(wrong());
        }
        static override now = wrong;
      } as DateConstructor;
    },
  ],
  [
    "a page that patches history",
    () => {
      for (const name of ["pushState", "replaceState"] as const) {
        history[name] = () => {
          throw new Error("patched");
        };
      }
    },
  ],
])("works with %s", async (_, patch) => {
  const { page, complaints } = await visit(blankPage(script), { prepare: (context) => context.addInitScript(patch) });
  await chat(page);
  expect(await complaints.list()).toEqual([]);
});

it("works when the page carries the script twice", async () => {
  const { page, complaints } = await visit(blankPage(script + script));
  await chat(page);
  expect(await page.locator("deskbell-widget").count()).toBe(1);
  expect(await complaints.list()).toEqual([]);
});

it("keeps panel, conversation and what is half written while the page replaces its body", async () => {
  const { page, complaints } = await visit(blankPage(script));
  await chat(page);
  await page.getByRole("textbox", { name: "Your message" }).fill("half a sen");
  await page.evaluate(() => {
    history.pushState({}, "", "/next");
    const next = document.createElement("body");
    next.innerHTML = "<h1>Next</h1>";
    document.body.replaceWith(next);
  });
  await page.getByRole("heading", { name: "Next" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe("half a sen");
  await page.getByRole("textbox", { name: "Your message" }).press("Enter");
  await page.getByText("half a sen").first().waitFor();
  expect(await complaints.list()).toEqual([]);
});

it("answers a page that was written for another widget, in the same one request", async () => {
  const html = blankPage(`
    <script>
      window.chatwootSettings = { position: "left" };
      addEventListener("chatwoot:ready", () => {
        $chatwoot.setCustomAttributes({ plan: "team" });
        $chatwoot.toggle("open");
        $chatwoot.popoutChatWindow();
      });
    </script>
    ${script.replace("demo.js", "demo.js?compat=chatwoot").repeat(2)}`);
  const { page, complaints, requests } = await visit(html);
  await page.getByRole("dialog").waitFor();
  expect(requests.filter((url) => url.includes(".js?compat"))).toHaveLength(1);
  expect(await page.evaluate(() => Reflect.get(Reflect.get(window, "$chatwoot"), "isOpen"))).toBe(true);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  expect(await complaints.list()).toEqual([]);
});
