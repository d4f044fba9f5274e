import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { openPanel, say } from "./people.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { serveWebsite, type Website } from "./website.ts";

let server: TestServer;
let website: Website;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  server = await createTestServer();
  await server.start();
  website = await serveWebsite(server.url, {
    html: `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:," /></head><body><h1>Shop</h1></body></html>`,
  });
  browser = await openBrowser();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await website.close();
  await server.remove();
});

/** What stands on the page, by kind, that was not there before. */
interface Left {
  listeners: string[];
  timers: string[];
  observers: string[];
  sockets: number;
  globals: string[];
  nodes: number;
  sheets: number;
}

/** A page that writes down all that is hung up on it. */
async function blankPage(): Promise<Page> {
  context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(watch);
  await page.goto(website.origin);
  await page.evaluate(() => Reflect.get(window, Symbol.for("begin"))());
  return page;
}

/** Runs in the page. */
function watch(): void {
  const listeners: { target: EventTarget; type: string; listener: unknown; capture: boolean }[] = [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const captureOf = (options: unknown) =>
    typeof options === "object" ? Boolean(Reflect.get(options ?? {}, "capture")) : Boolean(options);
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    // What belongs to an element goes with it.
    const outlives = !(target instanceof Element && target !== document.documentElement && target !== document.body);
    const isOwn =
      target instanceof ShadowRoot ||
      target instanceof AbortSignal ||
      target instanceof WebSocket ||
      target instanceof XMLHttpRequest;
    const isKnown = listeners.some(
      (each) => each.target === target && each.type === type && each.listener === listener,
    );
    if (outlives && !isOwn && !isKnown) listeners.push({ target, type, listener, capture: captureOf(options) });
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    const at = listeners.findIndex(
      (each) =>
        each.target === target &&
        each.type === type &&
        each.listener === listener &&
        each.capture === captureOf(options),
    );
    if (at >= 0) listeners.splice(at, 1);
    removeEventListener.call(target, type, listener, options);
  };
  const timers = new Map<number, string>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const where = () => (new Error("timer").stack ?? "").split("\n").slice(2, 4).join(" < ");
  window.setTimeout = ((action: () => void, ms?: number, ...args: unknown[]) => {
    const id = setTimeout(() => {
      timers.delete(id);
      Reflect.apply(action, window, args);
    }, ms);
    timers.set(id, `${ms} ms ${where()}`);
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    timers.delete(Number(id));
    clearTimeout(id);
  };
  window.setInterval = ((action: () => void, ms?: number) => {
    const id = setInterval(action, ms);
    timers.set(id, `every ${ms} ms ${where()}`);
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = (id) => {
    timers.delete(Number(id));
    clearInterval(id);
  };
  const observers = new Map<object, string>();
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver", "PerformanceObserver"] as const) {
    const { prototype } = window[name] as { prototype: { observe(...args: unknown[]): void; disconnect(): void } };
    const { observe, disconnect } = prototype;
    prototype.observe = function (...args) {
      observers.set(this, name);
      observe.apply(this, args);
    };
    prototype.disconnect = function () {
      observers.delete(this);
      disconnect.call(this);
    };
  }
  const sockets = new Set<WebSocket>();
  const Real = window.WebSocket;
  window.WebSocket = class extends Real {
    constructor(...args: ConstructorParameters<typeof Real>) {
      super(...args);
      sockets.add(this);
    }
  };
  let before: Left | undefined;
  const now = (): Left => ({
    listeners: listeners.map(({ target, type }) => `${type} on ${target.constructor.name}`),
    timers: [...timers.values()],
    observers: [...observers.values()],
    sockets: [...sockets].filter(({ readyState }) => readyState < 2).length,
    // Playwright has some of its own.
    globals: Object.getOwnPropertyNames(window).filter((name) => !/^__(pw|playwright)/.test(name)),
    nodes: document.querySelectorAll("*").length,
    sheets: document.adoptedStyleSheets.length,
  });
  const tools = {
    begin: () => {
      before = now();
    },
    left: (): Left => {
      const after = now();
      return {
        ...after,
        globals: after.globals.filter((name) => !before?.globals.includes(name)),
        nodes: after.nodes - (before?.nodes ?? 0),
        sheets: after.sheets - (before?.sheets ?? 0),
      };
    },
  };
  for (const [name, tool] of Object.entries(tools)) Reflect.set(window, Symbol.for(name), tool);
}

const addScript = (page: Page) =>
  page.evaluate(async (src) => {
    const element = document.createElement("script");
    element.src = src;
    document.head.append(element);
    await new Promise((resolve) => element.addEventListener("load", resolve, { once: true }));
    element.remove();
  }, `${server.url}/w/demo.js`);

const destroy = (page: Page) => page.evaluate(() => Reflect.get(window, "Deskbell")("destroy"));
const left = (page: Page): Promise<Left> => page.evaluate(() => Reflect.get(window, Symbol.for("left"))());

const nothing: Left = { listeners: [], timers: [], observers: [], sockets: 0, globals: [], nodes: 0, sheets: 0 };

async function chat(page: Page): Promise<void> {
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await say(page, "How do I change the greeting?");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
}

const journeys: [string, (page: Page) => Promise<unknown>][] = [
  ["an untouched launcher", async () => undefined],
  [
    "a panel that was opened and closed",
    async (page) => {
      await openPanel(page);
      await page.getByRole("button", { name: "Close" }).first().click();
    },
  ],
  ["a live chat", chat],
  [
    "a live chat by long polling",
    async (page) => {
      await page.routeWebSocket(/\/socket\//, (route) => void route.close({ code: 1008 }));
      const polls = page.waitForRequest(/transport=polling.*sid=/);
      await chat(page);
      await polls;
    },
  ],
  [
    "words that cannot be sent",
    async (page) => {
      await chat(page);
      await page.context().setOffline(true);
      await say(page, "Into the void");
      await page.getByText("Waiting for the connection…").waitFor();
    },
  ],
];

it.each(journeys)("destroy() leaves no node, listener, timer, observer, socket or global of %s", async (_, journey) => {
  const page = await blankPage();
  await addScript(page);
  await journey(page);
  await destroy(page);
  // What had been begun by then may end.
  await vi.waitFor(async () => expect(await left(page)).toEqual(nothing), { timeout: 10_000, interval: 100 });
});

it("ten widgets, one after the other, weigh no more than three", async () => {
  const page = await blankPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  const weigh = async () => {
    for (let round = 0; round < 3; round++) await cdp.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    return { nodes, jsEventListeners, usedSize };
  };
  const live = async () => {
    await addScript(page);
    await openPanel(page);
    await page.getByRole("searchbox").waitFor();
    await destroy(page);
    await vi.waitFor(async () => expect(await left(page)).toEqual(nothing), { timeout: 10_000, interval: 100 });
  };
  for (let round = 0; round < 3; round++) await live();
  const three = await weigh();
  for (let round = 0; round < 7; round++) await live();
  const ten = await weigh();
  expect(ten.nodes - three.nodes).toBeLessThan(50);
  expect(ten.jsEventListeners - three.jsEventListeners).toBeLessThan(20);
  expect(ten.usedSize - three.usedSize).toBeLessThan(400_000);
});
