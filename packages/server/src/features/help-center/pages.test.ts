import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { importShopArticles } from "../../test/articles.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { importArticles } from "../articles/import-articles.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  await importShopArticles(workspace.ctx);
});
afterAll(() => server.close());

const open = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${server.url}/help/${workspace.slug}${path}`, { redirect: "manual", ...init });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const vote = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  open("/a/tire-pressure/feedback", { method: "POST", body: new URLSearchParams(fields), headers });

describe("the help centre", () => {
  it("opens with a search box and the categories with their articles, and runs no script", async () => {
    const { status, html, headers } = await open("");
    expect(status).toBe(200);
    expect(html).toContain('type="search"');
    for (const words of ["Orders", "Riding", "Return a bicycle", "Choose the right tire pressure"])
      expect(html).toContain(words);
    expect(html).not.toContain("<script");
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy).not.toContain("unsafe");
  });

  it("an article has its title, description, address and breadcrumbs", async () => {
    const { html } = await open("/a/return-a-bicycle");
    expect(html).toContain("<title>Return a bicycle · Test Help center</title>");
    expect(html).toContain('<meta name="description" content="Send back a bicycle within 30 days.">');
    expect(html).toContain(`<link rel="canonical" href="${server.url}/help/${workspace.slug}/a/return-a-bicycle">`);
    expect(html).toContain('<meta property="og:title" content="Return a bicycle">');
    expect(html).toContain(`href="/help/${workspace.slug}/c/orders"`);
    expect(html).toContain(`href="/help/${workspace.slug}/a/deliveries#where-is-my-parcel"`);
    expect(html).toContain('<h2 id="refunds">');
  });

  it("search marks what it found and says when it found nothing", async () => {
    const found = await open("?q=returning+bicycles");
    expect(found.html).toMatch(/<mark>return<\/mark>/);
    expect(found.html).toContain('content="noindex"');
    const hostile = await open(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(hostile.status).toBe(200);
    expect(hostile.html).not.toContain("<script");
    expect(hostile.html).toContain("Nothing found");
  });

  it.each(["/a/nothing", "/a/..%2f..%2fetc%2fpasswd", "/a/A", "/c/nothing", "/nothing", "/a/return-a-bicycle/x"])(
    "%s is a page that says so",
    async (path) => {
      const { status, html } = await open(path);
      expect(status).toBe(404);
      expect(html).toContain("There is nothing here");
    },
  );

  it("of no workspace is not there", async () => {
    const response = await fetch(`${server.url}/help/nobody`);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  it("shows nothing of another workspace, and nothing of its articles as HTML", async () => {
    const other = await createTestWorkspace(server);
    await importArticles(other.ctx, [
      {
        path: "x.md",
        text: "---\ntitle: <script>alert(1)</script>\ndescription: '\"><img src=x>'\n---\n<script>alert(1)</script> plain",
      },
    ]);
    const home = await (await fetch(`${server.url}/help/${other.slug}`)).text();
    const page = await (await fetch(`${server.url}/help/${other.slug}/a/x`)).text();
    for (const html of [home, page]) {
      expect(html).not.toContain("<script");
      expect(html).not.toContain("<img");
      expect(html).not.toContain("bicycle");
    }
    expect(page).toContain("plain");
    expect((await fetch(`${server.url}/help/${other.slug}/a/return-a-bicycle`)).status).toBe(404);
  });

  it("counts a vote, but not a program's, and not one from another site", async () => {
    const { status, headers } = await vote({ helpful: "yes", website: "" });
    expect([status, headers.get("location")]).toEqual([303, `/help/${workspace.slug}/a/tire-pressure?rated#helpful`]);
    await vote({ helpful: "yes", website: "https://spam.example" });
    await vote({ helpful: "maybe", website: "" });
    await vote({ helpful: "yes", website: "" }, { origin: "https://evil.example" });
    const rows = (await (await workspace.agent()).articles.list()).data;
    expect(rows.find(({ slug }) => slug === "tire-pressure")).toMatchObject({ helpfulCount: 1, unhelpfulCount: 0 });
    expect((await open("/a/tire-pressure?rated")).html).toContain("Thank you");
  });
});
