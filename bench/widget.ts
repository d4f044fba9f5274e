import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openBrowser } from "@deskbell/e2e/browser";
import { createTestServer } from "@deskbell/e2e/server";
import { serveWebsite } from "@deskbell/e2e/website";
import { widgetSizes } from "../scripts/widget-sizes.ts";
import type { Figure } from "./chat.ts";
import { describeMachine, line } from "./figures.ts";
import { writePerformancePage } from "./performance-page.ts";
import { type Visit, visit } from "./widget-visit.ts";

const runs = 5;
const resultFile = join(import.meta.dirname, "../.cache/bench-widget.json");

const page = (script: string) =>
  `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:," /></head><body><h1>Shop</h1>${script}</body></html>`;

/**
 * `pnpm bench widget [--write-doc]`: what the widget costs a page and its visitor, in a real Chromium with a CPU four times slower, 1.6 Mbit/s
 * and 150 ms to the server. Medians of five visits with empty caches; an empty page beside it is what is left when there is no widget.
 */
export async function widget(args: string[]): Promise<void> {
  const machine = describeMachine();
  const server = await createTestServer({ DESKBELL_LIMITS: "off" });
  const browser = await openBrowser();
  const empty = await serveWebsite(server.url, { html: page("") });
  const site = await serveWebsite(server.url, {
    html: page(`<script async src="http://localhost:4000/w/demo.js"></script>`),
  });
  const results: Array<Figure & { part: string }> = [];
  const report = (part: string, what: string, figures: Record<string, number>) => {
    results.push({ part, what, figures });
    process.stdout.write(line(part, { what, figures }));
  };
  try {
    await server.start();
    const { loader, typing, live, late } = widgetSizes();
    report("bytes", "after brotli, in the longest language", { loader, "until typing": typing, "live chat": live });
    report("bytes", "late parts", late);

    const zero = await median(() => visit(browser, empty.origin, "nothing"));
    const untouched = await median(() => visit(browser, site.origin, "nothing"));
    const cold = await median(() => visit(browser, site.origin, "click"));
    const warm = await median(() => visit(browser, site.origin, "hover, then click"));
    const atOnce = await median(() => visit(browser, site.origin, "click at once"));
    const chat = await median(() => visit(browser, site.origin, "chat"));

    report("launcher", "a page that nobody touches", {
      "painted after ms": untouched.launcher,
      requests: untouched.requests,
      "KB on the wire": untouched.kilobytes,
      "main thread ms": untouched.mainThread - zero.mainThread,
      "blocking ms": untouched.blocking - zero.blocking,
      "heap MB": untouched.heap - zero.heap,
    });
    report("typing", "from click to the focused field", {
      "cold ms": cold.focused,
      "after hover ms": warm.focused,
      "requests to then": cold.requests,
      "KB to then": cold.kilobytes,
      "blocking ms": cold.blocking - untouched.blocking,
      "heap MB": cold.heap - zero.heap,
    });
    report("typing", "from navigation, clicked as soon as there is something to click", { ms: atOnce.focused });
    report("chat", "first screen, a question, the bot's answer with its articles", {
      requests: chat.requests,
      "KB of the widget's code": chat.kilobytes,
      "heap MB": chat.heap - zero.heap,
    });
  } finally {
    await browser.close();
    await site.close();
    await empty.close();
    await server.remove();
  }
  mkdirSync(dirname(resultFile), { recursive: true });
  writeFileSync(resultFile, `${JSON.stringify({ ...machine, results }, null, 2)}\n`);
  process.stdout.write(`${resultFile}\n`);
  if (args.includes("--write-doc"))
    writePerformancePage("widget", `load average before: ${machine.load?.toFixed(1)}`, machine, results);
}

/** Of each figure by itself. */
async function median(measure: () => Promise<Visit>): Promise<Visit> {
  const all: Visit[] = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  const middle = (name: keyof Visit) => all.map((each) => each[name]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    launcher: middle("launcher"),
    focused: middle("focused"),
    requests: middle("requests"),
    kilobytes: middle("kilobytes"),
    mainThread: middle("mainThread"),
    blocking: middle("blocking"),
    heap: middle("heap"),
  };
}
