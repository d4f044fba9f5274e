import { readFileSync } from "node:fs";
import { join } from "node:path";
import { logoMaxBytes, presetNames, presets } from "@deskbell/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { changeDemoChannel, uploadDemoLogo } from "./demo-channel.ts";
import { openConsole } from "./people.ts";
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
const picture = readFileSync(join(import.meta.dirname, "../docs/images/widget-phone.png"));
/** As it is drawn where nobody has chosen anything. */
const plain = { position: "right", offsetX: 20, offsetY: 20, theme: "auto", preset: "classic" } as const;
const unnamed = { title: null, logoUrl: null, brandColor: "#4f46e5" };
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** A website that sets the widget up in its own way. */
async function visit(head: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const html = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width" /><title>Shop</title><link rel="icon" href="data:," />${head}</head>
    <body><h1>Shop</h1><button class="help">Need <b>help</b>?</button><script async src="http://localhost:4000/w/demo.js"></script></body></html>`;
  const site = await serveWebsite(server.url, { html });
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1000, height: 800 }, ...options });
  endings.push(
    () => context.close(),
    () => site.close(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(site.origin);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  return page;
}
const panel = (page: Page) => page.getByRole("dialog");
const launcher = (page: Page) => page.locator("deskbell-widget .launcher");
const box = async (page: Page, of: "panel" | "launcher") =>
  (await (of === "panel" ? panel(page) : launcher(page)).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

it("elements of the page's own open and close the panel, also those that come later, and no more after destroy", async () => {
  const page = await visit(
    `<script>window.deskbellSettings = { launcherSelector: ".help", hideLauncher: true }</script>`,
  );
  expect(await launcher(page).isVisible()).toBe(false);
  await page.getByText("help", { exact: true }).click();
  await panel(page).waitFor();
  await page.getByText("help", { exact: true }).click();
  await panel(page).waitFor({ state: "hidden" });
  await page.evaluate(() => {
    document.body.innerHTML = `<a class="help" href="#top">Later</a>`;
  });
  await page.getByText("Later").click();
  await panel(page).waitFor();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  // Where it came from.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Later");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("destroy"));
  await page.getByText("Later").click();
  expect(await panel(page).count()).toBe(0);
});

it("a page without own elements, or with a press beside them, opens nothing", async () => {
  const page = await visit("");
  await page.getByRole("button", { name: "Need help?" }).click();
  await page.evaluate(() => document.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  expect(await panel(page).count()).toBe(0);
});

it.each(["right", "left"] as const)("stands where the page's CSS says, on the %s", async (position) => {
  const page = await visit(
    `<style>deskbell-widget{--deskbell-x:48px;--deskbell-y:64px;--deskbell-width:360px;--deskbell-radius:4px}</style>
     <script>window.deskbellSettings = { position: "${position}", zIndex: 7 }</script>`,
  );
  const fromSide = ({ x, width }: { x: number; width: number }) => (position === "left" ? x : 1000 - x - width);
  const closed = await box(page, "launcher");
  expect([fromSide(closed), 800 - closed.y - closed.height]).toEqual([48, 64]);
  await launcher(page).click();
  await panel(page).waitFor();
  await panel(page).evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  const open = await box(page, "panel");
  expect([fromSide(open), open.width, open.y >= 0]).toEqual([48, 360, true]);
  expect(closed.y - open.y - open.height).toBe(16);
  const style = await panel(page).evaluate((element) => getComputedStyle(element).borderRadius);
  const zIndex = await page.locator("deskbell-widget").evaluate((element) => getComputedStyle(element).zIndex);
  expect([style, zIndex]).toEqual(["4px", "7"]);
});

it("fits a window of half the size, as at 200 % zoom: nothing is cut off sideways, and one can write", async () => {
  const page = await visit("", { viewport: { width: 500, height: 400 }, deviceScaleFactor: 2 });
  await launcher(page).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  const field = page.getByRole("textbox", { name: "Your message" });
  await field.fill("Does it fit?");
  await field.press("Enter");
  await panel(page).getByText("Does it fit?").first().waitFor();
  const open = await box(page, "panel");
  expect(open.x >= 0 && open.y >= 0 && open.x + open.width <= 500 && open.y + open.height <= 400).toBe(true);
  expect(await panel(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

it("in forced colours everything that can be pressed is seen, and who wants no motion gets none", async () => {
  const page = await visit("", { forcedColors: "active", reducedMotion: "reduce" });
  const { width } = await box(page, "launcher");
  expect(width).toBe(56);
  await launcher(page).click();
  await panel(page).waitFor();
  const moving = await panel(page).evaluate((element) =>
    element
      .getAnimations({ subtree: true })
      .some((animation) => Number(animation.effect?.getComputedTiming().duration) > 1),
  );
  expect(moving).toBe(false);
  const seen = await panel(page).evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return color !== backgroundColor;
  });
  expect(seen).toBe(true);
});

it("a phone's fields are as large as makes it leave the zoom alone, and the panel ends above the keyboard", async () => {
  const page = await visit("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await launcher(page).click();
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  await page.evaluate(() => Reflect.get(window, "Deskbell")("showTickets"));
  await page.getByRole("button", { name: /Submit a ticket/ }).click();
  await page.getByRole("button", { name: "Submit ticket" }).waitFor();
  const sizes = await panel(page).evaluate((element) =>
    [...element.querySelectorAll("input:not([name=homepage], [type=file]), textarea, select")].map((field) =>
      Number.parseFloat(getComputedStyle(field).fontSize),
    ),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  expect(await box(page, "panel")).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  // The keyboard comes: the window stays, what is seen of it shrinks.
  await page.evaluate(() => {
    const viewport = window.visualViewport as VisualViewport;
    Object.defineProperty(viewport, "height", { configurable: true, value: 500 });
    viewport.dispatchEvent(new Event("resize"));
  });
  expect((await box(page, "panel")).height).toBe(500);
});

/** Opened, with nothing moving and the pointer elsewhere. */
const still = { reducedMotion: "reduce" } as const;
async function open(page: Page): Promise<void> {
  await launcher(page).click();
  await panel(page).waitFor();
  await page.mouse.move(1, 1);
}
const logo = (page: Page) => panel(page).locator(".brand img");
const headHeight = (page: Page) =>
  panel(page)
    .locator(".hero h2")
    .evaluate((element) => element.getBoundingClientRect().top);

it("shows the channel's logo and title on the home, and is called by it", async () => {
  await uploadDemoLogo(server, new Blob([picture]));
  await changeDemoChannel(server, { settings: { title: "Fernwood" } });
  endings.push(() => changeDemoChannel(server, { settings: unnamed }));
  const page = await visit("", still);
  await open(page);
  expect(await panel(page).getAttribute("aria-label")).toBe("Fernwood");
  await panel(page).getByText("Fernwood", { exact: true }).waitFor();
  await logo(page).evaluate((image: HTMLImageElement) => image.decode());
  const { width, height } = (await logo(page).boundingBox()) ?? { width: 0, height: 0 };
  expect(height).toBeCloseTo(32, 0);
  expect(width).toBeGreaterThan(8);
  // In one line with the button that closes.
  const { y } = (await logo(page).boundingBox()) ?? { y: 0 };
  const close = (await panel(page).getByRole("button", { name: "Close" }).boundingBox()) ?? { y: 0, height: 0 };
  expect(y + height / 2).toBeCloseTo(close.y + close.height / 2, 0);
});

it("without title and logo is called Support, and begins with the greeting", async () => {
  const page = await visit("", still);
  await open(page);
  expect(await panel(page).getAttribute("aria-label")).toBe("Support");
  expect(await panel(page).locator(".brand").count()).toBe(0);
});

it("a logo that cannot be shown is left out, and moves nothing", async () => {
  const settings = (logoUrl: string) =>
    `<script>window.deskbellSettings = { title: "Fernwood", logoUrl: "${logoUrl}" }</script>`;
  const whole = await visit(settings(`${server.url}/w/none.png`), still);
  // Held until both have been looked at.
  await whole.route("**/w/none.png", () => {});
  await open(whole);
  const before = await headHeight(whole);
  const page = await visit(settings(`${server.url}/w/none.png`), still);
  await open(page);
  await logo(page).waitFor({ state: "hidden" });
  await panel(page).getByText("Fernwood", { exact: true }).waitFor();
  expect(await headHeight(page)).toBe(before);
});

it("the page's own settings win over the channel's, also later", async () => {
  const channel = { ...plain, position: "left", offsetX: 90, offsetY: 90, theme: "dark", preset: "square" } as const;
  await changeDemoChannel(server, { settings: { ...channel, title: "Channel" } });
  endings.push(() => changeDemoChannel(server, { settings: { ...plain, ...unnamed } }));
  const scheme = (page: Page) =>
    page.locator("deskbell-widget").evaluate((element) => getComputedStyle(element).colorScheme);
  const ofChannel = await visit("", still);
  const there = await box(ofChannel, "launcher");
  expect([there.x, 800 - there.y - there.height, await scheme(ofChannel)]).toEqual([90, 90, "dark"]);
  await open(ofChannel);
  expect(await panel(ofChannel).getAttribute("aria-label")).toBe("Channel");

  const own = { position: "right", offsetX: 10, offsetY: 0, theme: "light", preset: "compact", title: "Page" };
  const page = await visit(`<script>window.deskbellSettings = ${JSON.stringify(own)}</script>`, still);
  const here = await box(page, "launcher");
  expect([1000 - here.x - here.width, 800 - here.y - here.height, here.width]).toEqual([10, 0, 48]);
  expect(await scheme(page)).toBe("light");
  await open(page);
  expect(await panel(page).getAttribute("aria-label")).toBe("Page");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("update", { offsetX: 30, title: null, preset: "soft" }));
  const moved = await box(page, "launcher");
  expect([1000 - moved.x - moved.width, moved.width]).toEqual([30, 56]);
  await expect.poll(() => panel(page).getAttribute("aria-label")).toBe("Support");
});

it.each([
  ["right", "en-GB"],
  ["left", "en-GB"],
  ["right", "ar"],
  ["left", "ar"],
] as const)(
  "offsets are measured from the page's %s side and from its bottom, also in %s",
  async (position, locale) => {
    const settings = { position, offsetX: 48, offsetY: 64 };
    const page = await visit(`<script>window.deskbellSettings = ${JSON.stringify(settings)}</script>`, {
      locale,
      ...still,
    });
    const fromSide = ({ x, width }: { x: number; width: number }) => (position === "left" ? x : 1000 - x - width);
    const closed = await box(page, "launcher");
    expect([fromSide(closed), 800 - closed.y - closed.height]).toEqual([48, 64]);
    await open(page);
    const shown = await box(page, "panel");
    expect([fromSide(shown), closed.y - shown.y - shown.height]).toEqual([48, 16]);
    await page.addStyleTag({ content: "deskbell-widget { --deskbell-x: 8px; --deskbell-y: 12px }" });
    const styled = await box(page, "launcher");
    expect([fromSide(styled), 800 - styled.y - styled.height]).toEqual([8, 12]);
  },
);

/** Contrast of what is written on the brand colour, at its worst: of the launcher, the home's head, the button that sends, and a bubble. */
const contrastOnBrand = (page: Page) =>
  page.locator("deskbell-widget").evaluate((element) => {
    /** Red, green, blue and alpha, 0 to 1. */
    const read = (color: string): number[] => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return color.startsWith("color(") ? [r, g, b, alpha] : [r / 255, g / 255, b / 255, alpha];
    };
    const luminance = (color: number[]) => {
      const [r = 0, g = 0, b = 0] = color.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const root = element.shadowRoot as ShadowRoot;
    return [...root.querySelectorAll(".launcher, .hero, .round, .avatar.bot, .mine .bubble")].map((part) => {
      const { color, backgroundColor, backgroundImage } = getComputedStyle(part);
      const ground = read(backgroundColor);
      const over = (backgroundImage.match(/(rgba?|color)\([^)]+\)/g) ?? ["rgba(0, 0, 0, 0)"]).map(read);
      const ratios = over.map((layer) => {
        const alpha = layer[3] ?? 1;
        const seen = ground.map((value, at) => value * (1 - alpha) + (layer[at] ?? 0) * alpha);
        const [dark = 0, light = 0] = [luminance(read(color)), luminance(seen)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
      });
      return { part: part.className, layers: over.length, ratio: Math.min(...ratios) };
    });
  });

it.each(presetNames)("the preset %s draws what it says, and CSS of the page's own wins", async (preset) => {
  const values = presets[preset];
  const [radius, size] = [values["--deskbell-radius"], Number.parseInt(values["--deskbell-launcher"], 10)];
  await changeDemoChannel(server, { settings: { preset } });
  endings.push(() => changeDemoChannel(server, { settings: plain }));
  const page = await visit("", still);
  const { width, height } = await box(page, "launcher");
  expect([width, height]).toEqual([size, size]);
  const corner = (selector: string) =>
    page
      .locator(`deskbell-widget ${selector}`)
      .first()
      .evaluate((element) => getComputedStyle(element).borderRadius);
  expect(await corner(".launcher")).toBe(values["--deskbell-launcher-radius"]);
  await open(page);
  expect((await box(page, "panel")).width).toBe(preset === "compact" ? 360 : 400);
  expect([await corner(".panel"), await corner(".card")]).toEqual([
    radius,
    `${Math.max(0, Number.parseInt(radius, 10) - 4)}px`,
  ]);
  await page.addStyleTag({
    content: "deskbell-widget { --deskbell-radius: 8px; --deskbell-launcher: 64px; --deskbell-launcher-radius: 6px }",
  });
  expect([await corner(".panel"), await corner(".launcher"), (await box(page, "launcher")).width]).toEqual([
    "8px",
    "6px",
    64,
  ]);
});

it.each(presetNames)("what is written on the brand colour has a contrast of 4.5 in the preset %s", async (preset) => {
  const settings = { preset, title: "Fernwood" };
  const page = await visit(`<script>window.deskbellSettings = ${JSON.stringify(settings)}</script>`, still);
  await open(page);
  await panel(page).locator(".links").first().waitFor();
  // Around where black takes over from white, and beyond.
  for (const brandColor of ["#4f46e5", "#767676", "#777777", "#d9480f", "#ffd400", "#000000", "#ffffff", "#00857a"]) {
    await page.evaluate((color) => Reflect.get(window, "Deskbell")("update", { brandColor: color }), brandColor);
    const parts = await contrastOnBrand(page);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.find(({ part }) => part === "hero")?.layers).toBe(2);
    expect(
      parts.filter(({ ratio }) => ratio < 4.5),
      brandColor,
    ).toEqual([]);
  }
});

/** Brand colours that cannot be read as text on the panel's cards, lists and notices, with their contrast. */
const unreadable = (page: Page) =>
  page.locator("deskbell-widget").evaluate((host: HTMLElement) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("There is no canvas");
    // As it is drawn: what is beyond the screen's colours is brought within them.
    const luminance = (color: string): number => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) =>
        part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const probe = document.createElement("span");
    host.shadowRoot?.querySelector(".panel")?.append(probe);
    const seen = (name: string) => {
      probe.style.color = `var(${name})`;
      return luminance(getComputedStyle(probe).color);
    };
    const steps = ["00", "33", "66", "80", "99", "cc", "ff"];
    const faults: string[] = [];
    for (const r of steps)
      for (const g of steps)
        for (const b of steps) {
          host.style.setProperty("--brand", `#${r}${g}${b}`);
          const accent = seen("--accent");
          for (const ground of ["--bg", "--soft"]) {
            const [dark = 0, light = 0] = [accent, seen(ground)].sort((one, other) => one - other);
            const ratio = (light + 0.05) / (dark + 0.05);
            if (!(ratio >= 4.5)) faults.push(`#${r}${g}${b} on ${ground}: ${ratio.toFixed(2)}`);
          }
        }
    host.style.removeProperty("--brand");
    probe.remove();
    return faults;
  });

it.each(["light", "dark"])("any brand colour can be read as text where it is %s", async (theme) => {
  const page = await visit(`<script>window.deskbellSettings = { theme: "${theme}" }</script>`, still);
  await open(page);
  expect(await unreadable(page)).toEqual([]);
});

it("an owner sees in the console what visitors will see, before it is saved", async () => {
  endings.push(() => changeDemoChannel(server, { settings: { ...plain, ...unnamed } }));
  const owner = await openConsole(browser, server, "owner@demo.test");
  endings.push(() => owner.context().close());
  await owner.goto(`${server.url}/console/settings`);
  await owner.getByRole("link", { name: /Fernwood website/ }).click();
  const preview = owner.getByRole("img", { name: "How it looks to visitors" });
  await owner.getByLabel("Title", { exact: true }).fill("Fernwood");
  await owner.getByLabel("Look", { exact: true }).focus();
  await owner.keyboard.press("ArrowDown");
  await owner.getByLabel("Light or dark").selectOption("dark");
  await owner.getByLabel("From the side").fill("32");
  await owner.getByLabel("Colour", { exact: true }).fill("#ffd400");
  const files = owner.getByLabel("Logo", { exact: true });
  await files.setInputFiles({ name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(logoMaxBytes + 1) });
  await owner.getByText("This file is too large.").waitFor();
  await files.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
  await preview.locator("img").evaluate((image: HTMLImageElement) => image.decode());
  /** What can be seen of launcher, panel and head, as the browser draws it. */
  const looksOf = (page: Page, parts: Record<string, string>) =>
    Promise.all(
      Object.entries(parts).map(([part, selector]) =>
        page.locator(selector).evaluate((element, name) => {
          const { borderRadius, color, backgroundColor, width } = getComputedStyle(element);
          if (name === "launcher") return { borderRadius, color, backgroundColor, width };
          return name === "panel" ? { borderRadius } : { color, backgroundColor };
        }, part),
      ),
    );
  const promised = await looksOf(owner, {
    launcher: ".widget-preview-launcher",
    panel: ".widget-preview-panel",
    hero: ".widget-preview-hero",
  });
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Saved. Visitors have it with their next page.").waitFor();

  const page = await visit("", still);
  const { x, width } = await box(page, "launcher");
  expect(1000 - x - width).toBe(32);
  await open(page);
  const widget = "deskbell-widget";
  expect(
    await looksOf(page, { launcher: `${widget} .launcher`, panel: `${widget} .panel`, hero: `${widget} .hero` }),
  ).toEqual(promised);
  expect(await panel(page).getAttribute("aria-label")).toBe("Fernwood");
  await logo(page).evaluate((image: HTMLImageElement) => image.decode());

  await owner.getByRole("button", { name: "Remove", exact: true }).click();
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
  expect(await preview.locator("img").count()).toBe(0);
  const without = await visit("", still);
  await open(without);
  await panel(without).getByText("Fernwood", { exact: true }).waitFor();
  expect(await logo(without).count()).toBe(0);
});
