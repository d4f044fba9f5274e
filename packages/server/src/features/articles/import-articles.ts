import { eq } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { slugsOfFiles } from "./link-target.ts";
import { parseArticle } from "./parse-article.ts";
import { mayWriteArticles } from "./policy.ts";
import { hashOf, type Stored, storeArticle } from "./store-article.ts";
import { articles } from "./tables.ts";

export interface ArticleFile {
  /** Within the imported folder, `/` between its parts. */
  path: string;
  text: string;
}

export interface ImportOptions {
  /** Where links such as `/admin/roles` lead. Default: they become text. */
  siteUrl?: string;
  onProgress?: (done: number, total: number, path: string) => void;
}

export type ImportResult = Record<Stored, number> & { failed: { path: string; reason: string }[] };

/**
 * Publishes Markdown files as articles, each in a transaction of its own, so that whatever stops it loses nothing.
 * What has not changed since the last time is left alone; what fails is named with its reason and stops nobody else.
 */
export async function importArticles(
  ctx: Context,
  files: readonly ArticleFile[],
  { siteUrl, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  allow(mayWriteArticles(ctx.actor), "forbidden");
  const slugs = slugsOfFiles(files.map((file) => file.path));
  const hashes = await storedHashes(ctx);
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, failed: [] };
  for (const [index, { path, text }] of files.entries()) {
    try {
      const slug = slugs.get(path.toLowerCase());
      if (slug === undefined) throw new Error("its name leaves no slug: rename it to letters and digits");
      const parsed = parseArticle(withoutNul(text), { path, slugs, siteUrl: siteUrl ?? null });
      const known = hashes.get(slug) === hashOf(parsed);
      result[
        known ? "unchanged" : await transact(ctx, (tx) => storeArticle(tx, { slug, source: withoutNul(text), parsed }))
      ]++;
    } catch (error) {
      result.failed.push({ path, reason: reasonOf(error) });
    }
    onProgress?.(index + 1, files.length, path);
  }
  return result;
}

const storedHashes = (ctx: Context): Promise<Map<string, string>> =>
  transact(ctx, async (tx) => {
    const rows = await tx.db
      .select({ slug: articles.slug, contentHash: articles.contentHash })
      .from(articles)
      .where(eq(articles.workspaceId, tx.workspaceId));
    return new Map(rows.map((row) => [row.slug, row.contentHash]));
  });

// PostgreSQL's text has no NUL.
const withoutNul = (text: string) => text.replaceAll("\0", "");

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
