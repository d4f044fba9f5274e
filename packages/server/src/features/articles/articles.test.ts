import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArticleFiles } from "../../cli/import-articles.ts";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { importShopArticles, shopArticles } from "../../test/articles.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { transact } from "../../transact.ts";
import { importArticles } from "./import-articles.ts";
import { searchChunks } from "./search-chunks.ts";
import { articles, articleVersions } from "./tables.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  await importShopArticles(workspace.ctx);
});
afterAll(() => server.close());

describe("importing", () => {
  it("a second time changes nothing; a changed file becomes the next version", async () => {
    const { ctx } = await createTestWorkspace(server);
    const counts = { created: 0, updated: 0, unchanged: 0, failed: [] };
    expect(await importArticles(ctx, shopArticles)).toEqual({ ...counts, created: 3 });
    expect(await importArticles(ctx, shopArticles)).toEqual({ ...counts, unchanged: 3 });
    const changed = shopArticles.map((file) =>
      file.path === "deliveries.md" ? { ...file, text: file.text.replace("Utrecht", "Delft") } : file,
    );
    expect(await importArticles(ctx, changed)).toEqual({ ...counts, updated: 1, unchanged: 2 });
    const versions = await transact(ctx, (tx) =>
      tx.db
        .select({ version: articleVersions.version })
        .from(articleVersions)
        .innerJoin(articles, eq(articles.id, articleVersions.articleId))
        .where(eq(articles.slug, "deliveries"))
        .orderBy(articleVersions.version),
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  it("a broken file is named with its reason and stops nobody else", async () => {
    const { ctx } = await createTestWorkspace(server);
    const progress: number[] = [];
    const result = await importArticles(
      ctx,
      [{ path: "broken.md", text: "---\ntitle: [\n---\n" }, { path: "bare.md", text: "no title" }, ...shopArticles],
      {
        onProgress: (done) => progress.push(done),
      },
    );
    expect(result).toMatchObject({
      created: 3,
      failed: [{ path: "broken.md" }, { path: "bare.md", reason: expect.stringContaining("no title") }],
    });
    expect(progress).toEqual([1, 2, 3, 4, 5]);
  });

  it("is for supervisors and above", async () => {
    const actor = {
      kind: "agent",
      agentId: workspace.ctx.workspaceId,
      name: "A",
      role: "agent",
      signIn: { id: workspace.ctx.workspaceId, until: new Date() },
    } as const;
    await expect(importArticles({ ...workspace.ctx, actor }, shopArticles)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  const realHelpCenter = new URL("../../../../../../shared/data/help-center", import.meta.url).pathname;
  it.skipIf(!existsSync(realHelpCenter))("takes a real help centre whole", { timeout: 120_000 }, async () => {
    const { ctx } = await createTestWorkspace(server);
    const files = readArticleFiles(realHelpCenter);
    expect(await importArticles(ctx, files)).toEqual({ created: files.length, updated: 0, unchanged: 0, failed: [] });
    expect(await importArticles(ctx, files)).toMatchObject({ unchanged: files.length });
  });
});

describe("searching", () => {
  it("finds by other forms of the words, with an excerpt and the place", async () => {
    const { data } = await workspace.contact().articles.list({ q: "When are refunds paid for returned bicycles?" });
    expect(data[0]).toMatchObject({ slug: "return-a-bicycle", category: { slug: "orders", name: "Orders" } });
    expect(data[0]?.excerpt).toContain("refund");
    const [parcel] = (await workspace.contact().articles.list({ q: "where is my parcel" })).data;
    expect(parcel).toMatchObject({ slug: "deliveries", anchor: "where-is-my-parcel" });
  });

  it("finds while a word is still being typed, and only then by its beginning", async () => {
    const contact = workspace.contact();
    expect((await contact.articles.list({ q: "pres" })).data.map(({ slug }) => slug)).toEqual(["tire-pressure"]);
    expect((await contact.articles.list({ q: "war" })).data[0]?.excerpt).toContain("warehouse");
    expect((await contact.articles.list({ q: "zzz" })).data).toEqual([]);
    const search = (question: string) =>
      transact(workspace.ctx, (tx) => searchChunks(tx, { question, locale: "en", limit: 3 }));
    expect(await search("pres")).toEqual([]);
  });

  it("weighs a passage's share of the question: nothing of it is nothing", async () => {
    const search = (question: string) =>
      transact(workspace.ctx, (tx) => searchChunks(tx, { question, locale: "en", limit: 3 }));
    expect((await search("How do I return a bicycle?"))[0]?.coverage).toBe(1);
    expect(await search("What is the capital of Australia?")).toEqual([]);
    expect((await search("bicycle insurance claims overseas"))[0]?.coverage).toBeLessThan(0.5);
    expect(await search("how do you do")).toEqual([]);
    expect(await search("'); drop table articles; -- & | ! <-> :*")).toEqual([]);
  });

  it("pages without repeating or losing one, with and without words", async () => {
    const contact = workspace.contact();
    for (const query of [{}, { q: "bicycle tires delivery" }]) {
      const all = (await contact.articles.list(query)).data.map(({ slug }) => slug);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await contact.articles.list({ ...query, limit: 1, ...(cursor && { cursor }) });
        paged.push(...page.data.map(({ slug }) => slug));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(paged).toEqual(all);
      expect(all).toHaveLength(3);
    }
  });

  it("stays within the workspace and the category", async () => {
    const other = await createTestWorkspace(server);
    expect((await other.contact().articles.list({ q: "bicycle" })).data).toEqual([]);
    expect((await other.contact().articles.categories()).data).toEqual([]);
    const { data } = await workspace.contact().articles.list({ category: "riding" });
    expect(data.map(({ slug }) => slug)).toEqual(["tire-pressure"]);
  });
});

describe("reading", () => {
  it("an article comes with its blocks and links to others", async () => {
    const article = await workspace.contact().articles.get("return-a-bicycle");
    expect(article).toMatchObject({ title: "Return a bicycle", locale: "en" });
    const last = article.blocks.at(-1);
    expect(last?.type === "paragraph" && last.children).toContainEqual({
      type: "article",
      slug: "deliveries",
      anchor: "where-is-my-parcel",
      children: [{ type: "text", text: "deliveries" }],
    });
  });

  it("drafts are the team's, and what is missing or has no slug's form is not found", async () => {
    const { ctx, contact, agent } = await createTestWorkspace(server);
    await importShopArticles(ctx);
    await transact(ctx, (tx) => tx.db.update(articles).set({ status: "draft" }).where(eq(articles.slug, "deliveries")));
    const reader = contact();
    await expect(reader.articles.get("deliveries")).rejects.toMatchObject({ code: "not_found" });
    expect((await reader.articles.list({ q: "parcel" })).data).toEqual([]);
    for (const slug of ["nothing", "../agent/me", "A"]) {
      await expect(reader.articles.get(slug)).rejects.toMatchObject({ code: "not_found" });
    }
    const team = await agent("viewer");
    const draft = (await team.articles.list()).data.find(({ slug }) => slug === "deliveries");
    expect(draft).toMatchObject({ status: "draft", version: 1 });
    expect((await team.articles.get(draft?.id ?? "")).blocks.length).toBeGreaterThan(0);
  });

  it("a contact's vote counts once and can change", async () => {
    const contact = workspace.contact();
    for (const helpful of [true, true, false]) await contact.articles.feedback("tire-pressure", { helpful });
    await workspace.contact().articles.feedback("tire-pressure", { helpful: true });
    const team = await workspace.agent();
    const row = (await team.articles.list()).data.find(({ slug }) => slug === "tire-pressure");
    expect(row).toMatchObject({ helpfulCount: 1, unhelpfulCount: 1 });
  });
});
