import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDeskbell, type Deskbell, type KeyValueStore } from "@deskbell/sdk";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { packed, payloads } from "./payloads.ts";
import { openConsole } from "./people.ts";
import { takeScreenshot } from "./screenshots.ts";
import { createTestServer, type TestServer } from "./server.ts";
import { type Misdeeds, watchPage } from "./watched-page.ts";
import { serveWebsite, type Website } from "./website.ts";

/** For fields of which there is one: several contexts are left in few characters. */
const worst = "\"'><img src=x onerror=xss()><svg onload=xss()>";
/** Where the channel's logo comes from: a drawing that would run as a page. */
const logoHost = "https://logo.test";
const evilDrawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="(top.xss??xss)()"><script>(top.xss??xss)()</script></svg>`;
const serveLogo = (page: Page) =>
  page.route(`${logoHost}/**`, (route) => route.fulfill({ contentType: "image/svg+xml", body: evilDrawing }));

const evil = (field: string) => `${worst} ${field}`;

// Everything that a contact, an agent, a website's script or an API key can set holds payloads; then people look at it.
describe("stored payloads", () => {
  let server: TestServer;
  let browser: Browser;
  let site: Website;
  let key: ServerClient;
  let visitor: Deskbell;
  let page: Page | undefined;
  let conversationId: string;
  let slugs: string[];
  let ticket: { id: string; publicId: string };
  const kept = new Map<string, string>();

  beforeAll(async () => {
    server = await createTestServer({ DESKBELL_LIMITS: "off" });
    const apiKey = await server.deskbell("create-api-key", "--workspace", "demo", "--name", worst, "--role", "owner");
    const agent = ["--name", worst, "--email", "evil@demo.test", "--password", "deskbell-demo"];
    await server.deskbell("create-agent", "--workspace", "demo", ...agent);
    await server.deskbell("import", "articles", writeArticles(join(server.dataDir, "articles")), "--workspace", "demo");
    await server.start();
    // Nothing on this page stands between a payload and running: no policy at all.
    site = await serveWebsite(server.url, {
      html: `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:," /><script async src="http://localhost:4000/w/demo.js"></script></html>`,
    });
    browser = await openBrowser();
    key = createServerClient({ host: server.url, apiKey: apiKey.trim() });
    visitor = contactWith(kept);
  });
  afterAll(async () => {
    visitor.disconnect();
    await browser.close();
    await site.close();
    await server.remove();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail" && page) await takeScreenshot(page, "failed");
    await page?.context().close();
    page = undefined;
  });

  const contactWith = (values: Map<string, string>): Deskbell => {
    const storage: KeyValueStore = {
      get: (name) => values.get(name) ?? null,
      set: (name, value) => void values.set(name, value),
      remove: (name) => void values.delete(name),
    };
    return createDeskbell({ host: server.url, channelKey: "demo", storage });
  };

  const question = { label: { en: worst }, required: false, pattern: null, link: null };
  const ticketFields = [
    { ...question, name: "words", kind: "multiline" as const, options: [] },
    { ...question, name: "one", kind: "select" as const, options: [{ value: worst, label: { en: evil("option") } }] },
    { ...question, name: "agreed", kind: "consent" as const, options: [], link: `https://example.test/?${worst}` },
  ];

  async function fill(): Promise<void> {
    for (const channel of (await key.channels.list()).data) {
      if (channel.kind !== "website") continue;
      const words = {
        greeting: evil("greeting"),
        tagline: evil("tagline"),
        botName: evil("bot"),
        title: evil("panel"),
        logoUrl: `${logoHost}/?${worst}`,
      };
      await key.channels.update(channel.id, { name: evil("channel"), settings: words, ticketFields });
    }
    for (const name of packed(80)) await key.teams.create({ name, memberIds: [] });
    // Who waits, each by another name, first words and subject.
    await Promise.all(
      packed(120).map(async (name) => {
        const other = contactWith(new Map());
        await other.contact.update({ name, phone: name.slice(0, 40), attributes: { [name.slice(0, 64)]: name } });
        await other.conversations.start({ message: { body: name }, handoff: true });
      }),
    );
    for (const subject of packed(200)) await visitor.tickets.create({ subject, body: subject });

    await visitor.contact.update({
      name: evil("name"),
      attributes: Object.fromEntries(packed(1000).map((words, n) => [`${worst}${n}`, words])),
    });
    const attributes = Object.fromEntries(packed(1000).map((words, n) => [`${worst}${n}`, words]));
    for (const name of packed(64)) await visitor.contact.track({ name, attributes });
    visitor.connect();
    await expect.poll(() => visitor.connection.get(), { timeout: 10_000 }).toBe("online");
    visitor.viewPage({ url: `https://example.test/?q=${worst}#${worst}`, title: evil("page") });

    const { conversation } = await visitor.conversations.start({ message: { body: "All of it" }, handoff: true });
    conversationId = conversation.id;
    await visitor.conversations.update(conversationId, {
      addLabels: packed(64).slice(0, 20),
      attributes: { [worst]: worst },
    });
    for (const sender of [visitor, key])
      await Promise.all(payloads.map((body) => sender.messages.send(conversationId, { body })));
    for (const body of packed(8000)) await key.notes.create(conversationId, { body });
    const files = await Promise.all(
      packed(80).map((name) => visitor.files.upload(new Blob(["words"]), { name: `${name}.txt` })),
    );
    for (let n = 0; n < files.length; n += 10)
      await visitor.messages.send(conversationId, {
        body: "",
        attachments: files.slice(n, n + 10).map(({ id }) => id),
      });
    await offer();
    const made = await key.conversations.escalate(conversationId, { subject: evil("subject") });
    const customFields = { words: packed(900)[0] ?? "", one: worst };
    ticket = await key.tickets.update(made.id, {
      version: made.version,
      tags: packed(40).slice(0, 20),
      customFields,
    });
    await visitor.tickets.create({ subject: evil("filed"), body: evil("filed"), customFields });
    const { data: agents } = await key.agents.list();
    const agentId = agents.find(({ email }) => email === "evil@demo.test")?.id ?? "";
    await key.conversations.assign(conversationId, { agentId });
    const [team] = (await key.teams.list()).data;
    await key.conversations.transfer(conversationId, { teamId: team?.id ?? null, note: worst });
    await key.blocks.create({ network: "192.0.2.0/24", reason: packed(500)[0] ?? "" });
  }

  /** All that can be offered, and answered. */
  async function offer(): Promise<void> {
    const cards = packed(120).map((title, n) => ({
      title,
      text: packed(500)[n % packed(500).length] ?? null,
      imageUrl: null,
      buttons: [
        { kind: "reply" as const, text: evil("choice"), value: `${n} ${worst}` },
        { kind: "link" as const, text: evil("link"), url: `https://example.test/${encodeURI(worst)}` },
      ],
    }));
    for (let n = 0; n < cards.length; n += 10)
      await key.messages.send(conversationId, {
        body: evil("cards"),
        payload: { type: "cards", cards: cards.slice(n, n + 10) },
      });
    const asked = await key.messages.send(conversationId, {
      body: evil("form"),
      payload: {
        type: "form",
        title: evil("form"),
        submitText: "<img src=x onerror=xss()>",
        fields: [
          { name: "words", label: worst, kind: "multiline", required: false, pattern: null, options: [] },
          { name: "one", label: worst, kind: "select", required: false, pattern: null, options: [worst, "other"] },
        ],
      },
    });
    await visitor.messages.send(conversationId, {
      body: "As asked",
      payload: { type: "form_response", to: asked.id, values: { words: packed(900)[0] ?? "", one: worst } },
    });
    const { data: articles } = await visitor.articles.list({ limit: 100 });
    slugs = articles.flatMap(({ slug, title }) => (title.includes(worst) ? slug : []));
    expect(slugs).toHaveLength(2);
    await key.messages.send(conversationId, { body: evil("articles"), payload: { type: "articles", slugs } });
    const options = packed(80).slice(0, 12);
    await key.messages.send(conversationId, {
      body: evil("choose"),
      payload: { type: "quick_replies", options: options.map((text, n) => ({ text, value: `${n}` })) },
    });
  }

  it("would be noticed if they ran, or could", async () => {
    page = await newPage(browser);
    await page.goto(site.origin);
    for (const payload of [
      worst,
      '<a href="javascript:xss()">x</a>',
      '<svg><a xlink:href="javascript:xss()" /></svg>',
    ]) {
      await page.evaluate((markup) => Reflect.set(document.body, "innerHTML", markup), payload);
      expect(await page.evaluate(findDanger), payload).not.toEqual([]);
    }
    await expect.poll(() => page?.evaluate(() => (globalThis as { fired?: string[] }).fired)).toContain("xss");
  });

  it("are taken as words, in every field", fill);

  it("run nowhere in the widget", async () => {
    page = await newPage(browser);
    await serveLogo(page);
    const misdeeds = watchPage(page, site.origin, server.url, logoHost);
    await page.context().addInitScript(
      (entries) => {
        for (const [name, value] of entries) localStorage.setItem(name, value);
      },
      [...kept],
    );
    await page.goto(site.origin);
    const show = (command: string, ...args: string[]) =>
      page?.evaluate((call) => Reflect.apply(Reflect.get(window, "Deskbell"), null, call), [command, ...args]);
    const panel = page.getByRole("dialog");
    await show("open");
    await show("showHome");
    await panel.getByText(evil("panel")).waitFor();
    await panel.locator(".brand img").evaluate((image: HTMLImageElement) => image.decode());
    await look(page, misdeeds);
    await show("showConversation", conversationId);
    await panel.getByText(evil("choose")).last().waitFor();
    await panel.getByText(evil("form")).first().waitFor();
    await readAll(panel, "All of it");
    expect(
      await unseen(
        page,
        payloads.filter((payload) => payload.startsWith("<")),
      ),
    ).toEqual([]);
    await look(page, misdeeds);
    await show("showTickets");
    await panel.getByText(worst).first().waitFor();
    await look(page, misdeeds);
    await show("showTicket", ticket.publicId);
    await panel.getByText(evil("subject")).first().waitFor();
    await panel.getByRole("button", { name: "Show details" }).click();
    await panel.getByRole("definition").getByText(evil("option")).waitFor();
    await look(page, misdeeds);
    await show("showTickets");
    await panel.getByRole("button", { name: "Submit a ticket" }).click();
    await panel.getByRole("combobox", { name: worst }).waitFor();
    await look(page, misdeeds);
    await show("showArticles");
    await panel.getByText(evil("category")).first().waitFor();
    await look(page, misdeeds);
    for (const slug of slugs) {
      await show("showArticle", slug);
      await panel.getByText(evil("title")).first().waitFor();
      await look(page, misdeeds);
    }
  });

  it("run nowhere in the console", async () => {
    page = await openConsole(browser, server, "owner@demo.test", trap);
    page.setDefaultTimeout(30_000);
    await serveLogo(page);
    const misdeeds = watchPage(page, server.url, logoHost);
    await page
      .getByText(/xss\(\)/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await look(page, misdeeds);
    for (const path of [
      `/inbox/queue/${conversationId}`,
      "/inbox/all",
      "/tickets",
      `/tickets/${ticket.id}`,
      "/articles",
      "/settings/teams",
      "/settings/agents",
      "/settings/blocks",
    ]) {
      await page.goto(`${server.url}/console${path}`);
      await page
        .getByText(/xss\(\)/)
        .filter({ visible: true })
        .first()
        .waitFor();
      await look(page, misdeeds);
    }
    await page.goto(`${server.url}/console/tickets/${ticket.id}`);
    await page.getByRole("definition").getByText(evil("option")).waitFor();
    await page.getByRole("button", { name: "Edit the answers" }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: worst }).waitFor();
    await look(page, misdeeds);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText(evil("option")).last().waitFor();
    await look(page, misdeeds);
    for (const channel of (await key.channels.list()).data.filter(({ kind }) => kind === "website")) {
      await page.goto(`${server.url}/console/settings/channels/${channel.id}`);
      await page.getByRole("heading", { name: evil("channel") }).waitFor();
      await page.locator(".widget-preview img").evaluate((image: HTMLImageElement) => image.decode());
      await look(page, misdeeds);
    }
    for (const { id } of (await key.articles.list({ q: "description" })).data) {
      await page.goto(`${server.url}/console/articles/${id}`);
      await page.getByText(evil("title")).last().waitFor();
      await look(page, misdeeds);
    }
    await page.goto(`${server.url}/console/inbox/queue/${conversationId}`);
    await page
      .getByRole("heading", { name: evil("name") })
      .first()
      .waitFor();
    await readAll(page.getByRole("main"), "All of it");
    expect(
      await unseen(
        page,
        payloads.filter((payload) => payload.startsWith("<")),
      ),
    ).toEqual([]);
    await page.keyboard.press("m");
    await page.getByRole("dialog").waitFor();
    await look(page, misdeeds);
  });

  it("run nowhere in the help centre", async () => {
    page = await newPage(browser);
    const misdeeds = watchPage(page, server.url);
    const searches = ["payloads", ...packed(300)].map((q) => `?q=${encodeURIComponent(q)}`);
    const paths = ["", ...slugs.map((slug) => `/a/${slug}`), ...searches];
    for (const path of paths) {
      await page.goto(`${server.url}/help/demo${path}`);
      await look(page, misdeeds);
    }
  });
});

/** Title, category, description and body of articles. Gives the folder. */
function writeArticles(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [n, body] of [payloads.join("\n\n"), `# ${worst}\n\n## ${worst}\n\n${payloads.join("\n")}`].entries()) {
    const words = { title: evil("title"), description: evil("description"), category: evil("category") };
    const front = Object.entries(words).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    writeFileSync(join(folder, `payloads-${n}.md`), `---\n${front.join("\n")}\n---\n\n${body}\n`);
  }
  return folder;
}

/** Notes whatever a payload that runs would do. */
function trap(): void {
  const fired: string[] = [];
  const note = (what: string) => () => void fired.push(what);
  const traps = { xss: note("xss"), alert: note("alert"), confirm: note("confirm"), prompt: note("prompt") };
  Object.assign(globalThis, traps, { fired });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    fired.push(`violation: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(trap);
  return page;
}

/** Scrolls up until the first message is there. */
async function readAll(within: Locator, first: string): Promise<void> {
  const isThere = () => within.getByText(first, { exact: true }).count();
  const scroll = () =>
    within.evaluate((root) => {
      for (const element of [root, ...root.querySelectorAll("*")])
        if (element.scrollHeight > element.clientHeight) element.scrollTop = -element.scrollHeight;
    });
  await expect
    .poll(
      async () => {
        const older = within.locator(".messages-older:enabled");
        if ((await older.count()) > 0) await older.click();
        else await scroll();
        return isThere();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}

/** Which of these words nobody can read on the page: then the test would look at nothing. */
const unseen = (page: Page, words: string[]): Promise<string[]> =>
  page.evaluate((sought) => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const flat = (text: string) => text.replaceAll(/\s+/g, "");
    const shown = flat(roots.map((root) => ("body" in root ? root.body : root).textContent ?? "").join(""));
    return sought.filter((each) => !shown.includes(flat(each)));
  }, words);

/** Moves over what is there, as people do; nothing has run, and nothing stands there that could. */
async function look(page: Page, misdeeds: Misdeeds): Promise<void> {
  for (const [x, y] of [
    [300, 300],
    [900, 400],
    [1300, 600],
  ] as const)
    await page.mouse.move(x, y, { steps: 3 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(await page.evaluate(() => (globalThis as { fired?: string[] }).fired)).toEqual([]);
  expect(await page.evaluate(findDanger)).toEqual([]);
  expect(misdeeds.list()).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
}

/** Elements and attributes that run something, in the page and its shadow roots. */
function findDanger(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  const found: string[] = [];
  for (const root of roots)
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches("iframe, object, embed, base, meta[http-equiv=refresh], animate, set, foreignObject, math"))
        found.push(element.outerHTML.slice(0, 200));
      if (element.matches("script, style") && element.textContent?.includes("xss()"))
        found.push(element.outerHTML.slice(0, 200));
      for (const { name, value } of element.attributes) {
        const leads = /^(href|src|action|formaction|xlink:href|data|srcdoc)$/.test(name);
        const isOff = leads && !/^(https?:|mailto:|blob:http|\/|\?|#|\.|assets|$)/i.test(value) && value !== "data:,";
        if (/^on/i.test(name) || isOff || (name === "style" && /xss|javascript/.test(value)))
          found.push(`${element.tagName} ${name}=${value.slice(0, 120)}`);
      }
    }
  return found;
}
