import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDeskbell, type Deskbell, type KeyValueStore } from "@deskbell/sdk";
import type { PreChatField, ProactiveRule } from "@deskbell/sdk/agent";
import { createServerClient, type ServerClient } from "@deskbell/sdk/node";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { createFreeFields } from "./free-fields.ts";
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
const address = 'https://example.test/"onerror="xss()';
/** The only stranger that may be asked: somebody has put its picture on a card. There is none. */
const pictures = "https://pictures.test";

/** Fields that take any words, with why none of them is shown to anybody. Everything else that the API's own description has is filled. */
const unseenFields: Record<string, string[]> = {
  "is compared, and refused where it is not what it says": [
    ...["channelKey", "token", "identity.token", "identity.externalId"].map((name) => `POST /v1/sessions .${name}`),
    ...["channelKey", "identity.token", "identity.externalId"].map((name) => `POST /v1/sessions/check .${name}`),
    "POST /v1/agent/conversations/{id}/messages .payload.slugs[]",
    "PATCH /v1/agent/channels/{id} .hours.timeZone",
    "POST /v1/agent/blocks .network",
    ...["/v1", "/v1/agent"].flatMap((way) =>
      ["locale", "timeZone"].map((name) => `POST ${way}/conversations/{id}/transcript .${name}`),
    ),
  ],
  "takes away what is there": ["/v1", "/v1/agent"].map((way) => `PATCH ${way}/conversations/{id} .removeLabels[]`),
  "chooses words, and is not kept": ["POST /v1/conversations .proactive.locale"],
  "only programs fill it in, and are refused": ["POST /v1/tickets .homepage"],
  "is a pattern of few signs": [
    "POST /v1/agent/conversations/{id}/messages .payload.fields[].pattern",
    "PATCH /v1/agent/channels/{id} .preChat.fields[].pattern",
    "PATCH /v1/agent/channels/{id} .ticketFields[].pattern",
  ],
};

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
  /** Further pages of the console that have something to show. */
  const places: string[] = [];
  const free = createFreeFields();
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
    key = createServerClient({ host: server.url, apiKey: apiKey.trim(), fetch: free.fetch });
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
    return createDeskbell({ host: server.url, channelKey: "demo", storage, fetch: free.fetch });
  };

  const question = { label: { en: worst }, required: false, pattern: null, link: null };
  const ticketFields = [
    { ...question, name: "words", kind: "multiline" as const, options: [] },
    { ...question, name: "one", kind: "select" as const, options: [{ value: worst, label: { en: evil("option") } }] },
    { ...question, name: "agreed", kind: "consent" as const, options: [], link: `https://example.test/?${worst}` },
  ];

  async function fill(): Promise<void> {
    await fillChannels();
    for (const name of packed(80)) await key.teams.create({ name, memberIds: [] });
    const { id: renamed } = await key.teams.create({ name: "Before", memberIds: [] });
    await key.teams.update(renamed, { name: evil("team") });
    // Who waits, each by another name, first words and subject.
    for (const name of packed(120)) {
      const other = contactWith(new Map());
      await other.contact.update({ name, phone: name.slice(0, 40), attributes: { [name.slice(0, 64)]: name } });
      await other.conversations.start({ message: { body: name }, handoff: true });
    }
    for (const subject of packed(200)) await visitor.tickets.create({ subject, body: subject, name: evil("asker") });

    await visitor.contact.update({
      name: evil("name"),
      attributes: Object.fromEntries(packed(1000).map((words, n) => [`${worst}${n}`, words])),
    });
    const attributes = Object.fromEntries(packed(1000).map((words, n) => [`${worst}${n}`, words]));
    for (const name of packed(64)) await visitor.contact.track({ name, attributes, url: address });
    visitor.connect();
    await expect.poll(() => visitor.connection.get(), { timeout: 10_000 }).toBe("online");
    visitor.viewPage({ url: `https://example.test/?q=${worst}#${worst}`, title: evil("page") });

    const { conversation } = await visitor.conversations.start({ message: { body: "All of it" }, handoff: true });
    conversationId = conversation.id;
    await visitor.conversations.update(conversationId, {
      addLabels: packed(64).slice(0, 10),
      attributes: { [worst]: worst },
    });
    for (const sender of [visitor, key])
      for (const body of payloads) await sender.messages.send(conversationId, { body });
    for (const body of packed(8000)) await key.notes.create(conversationId, { body });
    const files: string[] = [];
    for (const name of packed(80))
      files.push((await visitor.files.upload(new Blob(["words"]), { name: `${name}.txt` })).id);
    for (let n = 0; n < files.length; n += 10)
      await visitor.messages.send(conversationId, { body: "", attachments: files.slice(n, n + 10) });
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
    await fillAfterwards();
  }

  /** What owners say to everybody. */
  async function fillChannels(): Promise<void> {
    const rule: Omit<ProactiveRule, "id" | "message"> = {
      ...{ name: evil("rule"), enabled: true, url: null, seconds: 0, scroll: null, attribute: null },
    };
    for (const channel of (await key.channels.list()).data) {
      // What the team is asked for its own tickets.
      if (channel.kind !== "website") await key.channels.update(channel.id, { ticketFields });
      if (channel.kind !== "website") continue;
      await key.channels.update(channel.id, {
        name: evil("channel"),
        settings: {
          ...{ greeting: evil("greeting"), tagline: evil("tagline"), botName: evil("bot"), title: evil("panel") },
          logoUrl: `${logoHost}/?${worst}`,
          announcement: { en: evil("announcement") },
          links: packed(80)
            .slice(0, 8)
            .map((label) => ({ label: { en: label }, url: address })),
        },
        hours: {
          ...{ timeZone: "UTC", week: Array.from({ length: 7 }, () => []), replyMinutes: null },
          holidays: [{ date: "2031-01-01", name: evil("holiday"), open: [] }],
        },
        proactive: [
          {
            ...{ ...rule, id: "rule-0001", message: { en: evil("elsewhere") } },
            ...{ url: "*<svg/onload=xss()>", attribute: { name: worst, value: worst } },
          },
          { ...rule, id: "rule-0002", message: { en: evil("proactive") } },
        ],
        ticketFields,
      });
    }
  }

  /** What is asked before, and what is said, changed and judged after all else. */
  async function fillAfterwards(): Promise<void> {
    const contactId = (await key.conversations.get(conversationId)).contact.id;
    await key.contacts.update(contactId, {
      ...{ name: evil("name"), phone: "<svg/onload=xss()>", attributes: { [`${worst}team`]: worst } },
    });
    await key.conversations.update(conversationId, {
      addLabels: [evil("label")],
      attributes: { [`${worst}team`]: worst },
    });
    const made = await key.tickets.create({
      ...{ contactId, subject: evil("made"), body: evil("made") },
      customFields: { words: evil("answer"), one: worst },
    });
    await key.tickets.update(made.id, { version: made.version, subject: evil("renamed") });
    await key.tickets.reply(made.id, { body: evil("reply") });
    const mail = await visitor.tickets.create({ subject: "Mail", body: "Mail" });
    await visitor.tickets.reply(mail.publicId, { body: evil("contact's reply") });
    const file = await key.files.upload(new Blob(["words"]), { name: `${evil("file")}.txt` });
    const sent = await key.messages.send(conversationId, { body: "Before", attachments: [file.id] });
    await key.messages.edit(conversationId, sent.id, { body: evil("edited by the team") });
    const said = await visitor.messages.send(conversationId, { body: "Before" });
    await visitor.messages.edit(conversationId, said.id, { body: evil("edited by the contact") });
    for (const slug of slugs) await visitor.articles.feedback(slug, { helpful: false, comment: evil("comment") });
    const field: Omit<PreChatField, "name" | "label"> = {
      ...{ kind: "text", required: true, pattern: null, options: [], keepIn: "conversation", link: null },
    };
    const label = { en: evil("question") };
    const option = { value: worst, label: { en: evil("option") } };
    const fields: PreChatField[] = [
      { ...field, name: "words", label },
      { ...field, name: "one", kind: "select", label, options: [option] },
      { ...field, name: "consent", kind: "consent", label, link: address },
    ];
    for (const { id, kind } of (await key.channels.list()).data)
      if (kind === "website") await key.channels.update(id, { preChat: { intro: { en: evil("intro") }, fields } });
    const asked = contactWith(new Map());
    const { conversation } = await asked.conversations.start({
      message: { body: evil("answered") },
      answers: { words: evil("answer"), one: worst, consent: true },
    });
    await asked.conversations.escalate(conversation.id, { subject: evil("escalated") });
    places.push(`/inbox/all/${conversation.id}`, `/tickets/${made.id}`);
    const judged = contactWith(new Map());
    const { conversation: short } = await judged.conversations.start({
      message: { body: evil("short") },
      answers: { words: evil("answer"), one: worst, consent: true },
    });
    await judged.conversations.close(short.id);
    await judged.conversations.rate(short.id, { score: 1, comment: evil("rating") });
    places.push(`/inbox/closed/${short.id}`);
  }

  /** All that can be offered, and answered. */
  async function offer(): Promise<void> {
    const cards = packed(120).map((title, n) => ({
      title,
      text: packed(500)[n % packed(500).length] ?? null,
      imageUrl: address.replace("https://example.test", pictures),
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
    const values = options.map((text, n) => ({ text, value: `${n} ${worst}` }));
    const choose = { body: evil("choose"), payload: { type: "quick_replies" as const, options: values } };
    const { id: to } = await key.messages.send(conversationId, choose);
    const [chosen] = values;
    if (chosen)
      await visitor.messages.send(conversationId, {
        body: chosen.text,
        payload: { type: "reply", to, value: chosen.value },
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

  it("are taken as words, in every field that takes words", async () => {
    await fill();
    const api = await (await fetch(`${server.url}/openapi.json`)).json();
    expect(free.unfilled(api).sort()).toEqual(Object.values(unseenFields).flat().sort());
  });

  it("run nowhere in the widget of a newcomer, who is spoken to and asked", async () => {
    page = await newPage(browser);
    await serveLogo(page);
    const misdeeds = watchPage(page, site.origin, server.url, pictures, logoHost);
    await page.goto(site.origin);
    await page.getByText(evil("proactive")).first().waitFor();
    await look(page, misdeeds);
    const show = (command: string) => page?.evaluate((name) => Reflect.get(window, "Deskbell")(name), command);
    await show("showHome");
    const panel = page.getByRole("dialog");
    await panel.getByText(evil("announcement")).waitFor();
    await panel
      .getByRole("link")
      .getByText(/xss\(\)/)
      .first()
      .waitFor();
    await look(page, misdeeds);
    await show("newMessage");
    await panel.getByText(evil("intro")).waitFor();
    await panel.getByText(evil("question")).first().waitFor();
    await look(page, misdeeds);
  });

  it("run nowhere in the widget", async () => {
    page = await newPage(browser);
    await serveLogo(page);
    const misdeeds = watchPage(page, site.origin, server.url, pictures, logoHost);
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
    await show("close");
    await key.messages.send(conversationId, { body: evil("preview") });
    await page
      .getByRole("region", { name: "New message" })
      .getByText(/preview/)
      .first()
      .waitFor();
    await look(page, misdeeds);
  });

  it("run nowhere in the console", async () => {
    page = await openConsole(browser, server, "owner@demo.test", trap);
    // There is much to draw.
    page.setDefaultTimeout(60_000);
    await serveLogo(page);
    const misdeeds = watchPage(page, server.url, pictures, logoHost);
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
      ...places,
    ]) {
      await page.goto(`${server.url}/console${path}`);
      const shown = page.getByText(/xss\(\)/).filter({ visible: true });
      await shown.first().waitFor();
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
    const misdeeds = watchPage(page, server.url, pictures);
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
  page.setDefaultTimeout(30_000);
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
  expect(misdeeds.list().filter((misdeed) => !/^console: Failed to load resource: net::/.test(misdeed))).toEqual([]);
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
