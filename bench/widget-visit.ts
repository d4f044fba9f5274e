import type { Browser, CDPSession, Page } from "playwright-core";

/** What a visit cost. Times in ms by the page's own clock. */
export interface Visit {
  /** From navigation until the launcher was painted. */
  launcher: number;
  /** Until the composer had the focus: from the click, or, clicked at once, from navigation. */
  focused: number;
  /** To the server, for the widget's code and to its API. */
  requests: number;
  /** Of the widget's code, as it came: compressed, without headers. */
  kilobytes: number;
  mainThread: number;
  /** What tasks took beyond 50 ms. */
  blocking: number;
  /** MB after a garbage collection. */
  heap: number;
}

export type Behaviour = "nothing" | "click" | "hover, then click" | "click at once" | "chat";

/** As a visitor with a slow phone on slow 4G, and empty caches. */
export async function visit(browser: Browser, address: string, behaviour: Behaviour): Promise<Visit> {
  const context = await browser.newContext({ locale: "en-GB" });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const traffic = await slowDown(cdp);
    await page.addInitScript(watch, behaviour === "click at once");
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    if (behaviour === "hover, then click") {
      const code = page.waitForEvent("requestfinished", (request) => request.url().includes("/w/assets/"));
      await page.evaluate(() => window.bench.launcher()?.dispatchEvent(new Event("pointerenter")));
      await code;
      await quiet(page);
    }
    if (behaviour === "click" || behaviour === "chat" || behaviour === "hover, then click") {
      await page.evaluate(() => window.bench.open());
    }
    if (behaviour !== "nothing") await page.waitForFunction(() => window.bench.focused > 0);
    const { requests, kilobytes } = traffic();
    if (behaviour === "chat") await chat(page);
    await quiet(page);
    const { launched, focused, blocking } = await page.evaluate(() => window.bench);
    const { metrics } = await cdp.send("Performance.getMetrics");
    const mainThread = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    const all = behaviour === "chat" || behaviour === "nothing" ? traffic() : { requests, kilobytes };
    return { launcher: launched, focused, ...all, mainThread, blocking, heap: usedSize / 1e6 };
  } finally {
    await context.close();
  }
}

async function chat(page: Page): Promise<void> {
  await page.keyboard.type("How do I change the greeting?");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /colors and greeting/ }).waitFor();
  await page.waitForLoadState("networkidle");
}

/** Nothing more is on its way. */
const quiet = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })));

async function slowDown(cdp: CDPSession): Promise<() => { requests: number; kilobytes: number }> {
  await cdp.send("Network.enable");
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const throughput = 1.6e6 / 8;
  const conditions = { offline: false, latency: 150, downloadThroughput: throughput, uploadThroughput: throughput };
  await cdp.send("Network.emulateNetworkConditions", conditions);
  const urls = new Map<string, string>();
  let bytes = 0;
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (/\/(w|v1)\//.test(new URL(request.url).pathname)) urls.set(requestId, request.url);
  });
  const fromCache = new Set<string>();
  cdp.on("Network.requestServedFromCache", ({ requestId }) => fromCache.add(requestId));
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache) fromCache.add(requestId);
  });
  cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (urls.get(requestId)?.includes("/w/") && !fromCache.has(requestId)) bytes += encodedDataLength;
  });
  return () => ({
    requests: [...urls.keys()].filter((id) => !fromCache.has(id)).length,
    kilobytes: bytes / 1024,
  });
}

interface Watched {
  launched: number;
  focused: number;
  blocking: number;
  launcher(): HTMLButtonElement | null;
  /** Clicks the launcher, and then what begins a chat, as soon as there is one. */
  open(): void;
}

declare global {
  interface Window {
    bench: Watched;
  }
}

/** Runs in the page, before all else. */
function watch(atOnce: boolean): void {
  const root = () => document.querySelector("deskbell-widget")?.shadowRoot;
  let from = 0;
  let isOpening = false;
  const bench: Watched = {
    launched: 0,
    focused: 0,
    blocking: 0,
    launcher: () => root()?.querySelector<HTMLButtonElement>(".launcher") ?? null,
    open() {
      from = performance.now();
      isOpening = true;
      bench.launcher()?.click();
    },
  };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.blocking += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (!bench.launched && bench.launcher()?.getBoundingClientRect().width) {
      bench.launched = performance.now();
      if (atOnce) bench.open();
      if (atOnce) from = 0;
    }
    if (isOpening) root()?.querySelector<HTMLButtonElement>(".panel:not([hidden]) .action")?.click();
    if (isOpening && root()?.activeElement?.tagName === "TEXTAREA") {
      bench.focused = performance.now() - from;
      isOpening = false;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
