import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../context.ts";
import { importArticles } from "../features/articles/import-articles.ts";

const folder = join(import.meta.dirname, "articles");

/** The demo's help centre: a dozen articles about Deskbell itself. */
export async function seedArticles(ctx: Context): Promise<void> {
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const { failed } = await importArticles(ctx, files);
  if (failed.length > 0) throw new Error(`The demo's articles cannot be read: ${JSON.stringify(failed)}`);
}
