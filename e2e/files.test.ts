import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { viewports } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await createTestServer({ DESKBELL_LIMITS: "off" });
  await server.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const photo = readFileSync(join(import.meta.dirname, "../docs/images/widget-phone.png"));
const picture = { name: "screenshot.png", mimeType: "image/png", buffer: photo };
const words = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Some words") };

async function chat(viewport?: { width: number; height: number }): Promise<Page> {
  const page = await openDemo(browser, server, viewport);
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByRole("textbox", { name: "Your message" }).waitFor();
  return page;
}
const trayOf = (page: Page) => page.getByRole("list", { name: "Files to send" });
const pick = (page: Page, ...files: (typeof picture)[]) => page.locator("input[type=file]").setInputFiles(files);

/** As the system does it: files in what is pasted or dropped. */
const hand = (target: Locator, type: "paste" | "drop", name: string) =>
  target.evaluate(
    (element, [type, name]) => {
      const data = new DataTransfer();
      data.items.add(new File(["Words"], name, { type: "text/plain" }));
      const options = { bubbles: true, cancelable: true, composed: true };
      element.dispatchEvent(
        type === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent("drop", { ...options, dataTransfer: data }),
      );
    },
    [type, name] as const,
  );

it("a contact picks, pastes and drops files; the agent sees them and answers with one", async () => {
  const page = await chat();
  const field = page.getByRole("textbox", { name: "Your message" });
  await pick(page, picture, words);
  await hand(field, "paste", "pasted.txt");
  await hand(page.getByRole("dialog"), "drop", "dropped.txt");
  const tray = trayOf(page);
  await tray.getByText("dropped.txt").waitFor();
  expect(await tray.getByRole("listitem").count()).toBe(4);
  await tray.getByRole("button", { name: "Remove pasted.txt" }).click();
  await say(page, "Here is what I see");
  await page.getByRole("link", { name: "Open screenshot.png" }).waitFor();
  await page.getByRole("link", { name: "Download dropped.txt" }).waitFor();
  expect(await tray.count()).toBe(0);
  await page
    .getByRole("link", { name: "Open screenshot.png" })
    .locator("img")
    .evaluate((image: HTMLImageElement) => image.decode());

  await page.getByRole("button", { name: "Talk to a person" }).last().click();
  await page.getByText("You asked for a person").first().waitFor();
  const console = await openConsole(browser, server);
  await console.getByRole("link", { name: /^Visitor .*Asked for a person/ }).click();
  await console
    .getByRole("link", { name: "Open screenshot.png" })
    .locator("img")
    .evaluate((image: HTMLImageElement) => image.decode());
  const [download] = await Promise.all([
    console.waitForEvent("download"),
    console.getByRole("link", { name: "Download notes.txt" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("notes.txt");
  const reply = console.getByRole("textbox", { name: "Reply" });
  await console.locator("input[type=file]").setInputFiles([words]);
  await hand(reply, "paste", "from-agent.txt");
  await hand(reply, "drop", "dropped-by-agent.txt");
  await console.getByRole("list", { name: "Files to send" }).getByText("dropped-by-agent.txt").waitFor();
  await reply.press("Enter");
  await page.getByRole("link", { name: "Download dropped-by-agent.txt" }).waitFor();
  await page.context().close();
  await console.context().close();
});

it("a file goes without words, and words typed meanwhile go with it", async () => {
  const page = await chat(viewports.phone);
  await pick(page, picture);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("link", { name: "Open screenshot.png" }).waitFor();
  await page.context().close();
});

it("offline in the middle: it pauses, says so, and the words go out with the file when there is a network again", async () => {
  const page = await chat();
  await say(page, "First");
  await page.getByText("First").waitFor();
  // Slow enough to be caught on the way.
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const slow = (offline: boolean, uploadThroughput: number) =>
    network.send("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput });
  await slow(false, 100_000);
  const large = { ...words, name: "long.txt", buffer: Buffer.alloc(1_500_000, "Words, ") };
  await pick(page, large);
  await trayOf(page)
    .getByText(/Uploading, [1-9]\d?%/)
    .waitFor();
  await say(page, "Words that wait");
  await page.getByText("Your message goes out when the files are up.").waitFor();
  await slow(true, 0);
  await trayOf(page).getByText("Goes on when you are back online").waitFor();
  await slow(false, -1);
  await page.getByRole("link", { name: "Download long.txt" }).waitFor();
  expect(await page.getByText("Words that wait").count()).toBeGreaterThan(0);
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe("");
  await page.context().close();
});

it("what is refused says why, and keeps the words from going without it unless it is thrown away", async () => {
  const page = await chat();
  await pick(page, {
    ...words,
    name: "setup.exe",
    buffer: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(2_000_000)]),
  });
  await trayOf(page).getByText("Files of this kind are not accepted").waitFor();
  await pick(page, { ...words, name: "empty.txt", buffer: Buffer.alloc(0) });
  await trayOf(page).getByText("This file is empty").waitFor();
  await say(page, "Without the file");
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe("Without the file");
  await page.getByRole("button", { name: "Remove setup.exe" }).click();
  await page.getByRole("button", { name: "Remove empty.txt" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Without the file").waitFor();
  await page.context().close();
});

it("what is picked and sent before the code for files is here waits for it; what could not be taken can be picked again", async () => {
  const page = await chat();
  let come = () => {};
  const isHere = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/file-parts/, (route) => route.abort());
  await pick(page, words);
  await page.getByText("The server cannot be reached.").waitFor();
  await page.unroute(/\/file-parts/);
  await page.route(/\/file-parts/, async (route) => {
    await isHere;
    await route.continue();
  });
  await pick(page, words);
  await hand(page.getByRole("dialog"), "drop", "dropped.txt");
  await say(page, "Both of them");
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe("Both of them");
  expect(await page.getByText("The server cannot be reached.").count()).toBe(0);
  come();
  await page.getByRole("link", { name: "Download notes.txt" }).waitFor();
  await page.getByRole("link", { name: "Download dropped.txt" }).waitFor();
  await page.locator(".message.mine").getByText("Both of them").waitFor();
  expect(await page.locator(".message.mine").count()).toBe(1);
  await page.context().close();
});

it("a reload keeps the words, and says which files to pick again", async () => {
  const page = await chat();
  await pick(page, words);
  await page.getByRole("textbox", { name: "Your message" }).fill("Half a thought");
  await trayOf(page).waitFor();
  await page.reload();
  await openPanel(page);
  await page.getByRole("button", { name: /^Send us a message/ }).click();
  await page.getByText(/Not sent before the page was left: notes\.txt/).waitFor();
  expect(await page.getByRole("textbox", { name: "Your message" }).inputValue()).toBe("Half a thought");
  await page.context().close();
});

it("HTML that was uploaded runs no script when its link is opened", async () => {
  const page = await chat();
  const html = "<!doctype html><title>No</title><script>document.title = 'Ran'; fetch('/stolen')</script>";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/stolen")</script></svg>';
  await pick(
    page,
    { ...words, name: "page.html", buffer: Buffer.from(html) },
    { ...words, name: "logo.svg", buffer: Buffer.from(svg) },
    { ...words, name: "cat.png", buffer: Buffer.from(html) },
  );
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("link", { name: "Download cat.png" }).waitFor();
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  for (const name of ["page.html", "logo.svg", "cat.png"]) {
    const href = (await page.getByRole("link", { name: `Download ${name}` }).getAttribute("href")) ?? "";
    const tab = await page.context().newPage();
    const download = tab.waitForEvent("download");
    await tab.goto(href).catch((error: Error) => expect(error.message).toMatch(/Download is starting|ERR_ABORTED/));
    expect((await download).suggestedFilename()).toBe(name);
    // Even drawn by force, as a page, it stays without a voice.
    const direct = await page.context().newPage();
    await direct.route(href, async (route) => {
      const response = await route.fetch();
      const { "content-disposition": _, ...headers } = response.headers();
      await route.fulfill({ response, headers: { ...headers, "content-type": "text/html" } });
    });
    await direct.goto(href);
    expect(await direct.title()).not.toBe("Ran");
    await tab.close();
    await direct.close();
  }
  expect(asked.filter((url) => url.includes("stolen"))).toEqual([]);
  await page.context().close();
});

it("a ticket's form takes files, and its page shows them", async () => {
  const page = await openDemo(browser, server);
  await openPanel(page);
  await page.evaluate(() => Reflect.get(window, "Deskbell")("showTickets"));
  await page.getByRole("button", { name: "Submit a ticket" }).first().click();
  await page.getByLabel("Subject").fill("A broken page");
  await page.getByLabel("Message").fill("See the picture");
  await pick(page, picture, words);
  await page.getByRole("button", { name: "Submit ticket" }).click();
  await page.getByRole("button", { name: "Show the ticket" }).click();
  await page.getByRole("link", { name: "Open screenshot.png" }).waitFor();
  await page.getByRole("link", { name: "Download notes.txt" }).waitFor();
  await page.context().close();
});

it("in Arabic and in the dark it reads from right to left", async () => {
  const context = await browser.newContext({ viewport: viewports.phone, locale: "ar", colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`${server.url}/demo`);
  await page.waitForFunction(() => typeof Reflect.get(window, "Deskbell") === "function");
  await page.evaluate(() => Reflect.get(window, "Deskbell")("newMessage"));
  await page.getByRole("textbox").waitFor();
  await pick(page, picture, { ...words, name: "empty.txt", buffer: Buffer.alloc(0) });
  await page.getByText("هذا الملف فارغ").waitFor();
  await page.getByRole("button", { name: "إزالة empty.txt" }).click();
  await page.getByRole("textbox").fill("مرحبا");
  await page.getByRole("textbox").press("Enter");
  await page
    .getByRole("link", { name: "فتح screenshot.png" })
    .locator("img")
    .evaluate((image: HTMLImageElement) => image.decode());
  await context.close();
});
