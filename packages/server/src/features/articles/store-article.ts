import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import type { Tx } from "../../transact.ts";
import { chunkArticle } from "./chunk-article.ts";
import type { ParsedArticle } from "./parse-article.ts";
import { configurationOf } from "./search-words.ts";
import { slugOf } from "./slugs.ts";
import { articleCategories, articleChunks, articles, articleVersions } from "./tables.ts";

export interface ArticleSource {
  slug: string;
  /** The file's text. */
  source: string;
  parsed: ParsedArticle;
}

export type Stored = "created" | "updated" | "unchanged";

/** What an article says, in one number: the same from another file or another parser changes nothing. */
export const hashOf = (parsed: ParsedArticle): string =>
  createHash("sha256").update(JSON.stringify(parsed)).digest("hex");

/** Publishes an article as its next version, with its passages ready to be found. */
export async function storeArticle(tx: Tx, { slug, source, parsed }: ArticleSource): Promise<Stored> {
  const contentHash = hashOf(parsed);
  const [before] = await tx.db
    .select({ id: articles.id, version: articles.version, contentHash: articles.contentHash })
    .from(articles)
    .where(eq(articles.slug, slug))
    .for("update");
  if (before?.contentHash === contentHash) return "unchanged";
  const id = before?.id ?? newId();
  const version = (before?.version ?? 0) + 1;
  const { title, description, locale, blocks } = parsed;
  const changing = {
    title,
    description,
    locale,
    version,
    contentHash,
    status: "published" as const,
    categoryId: await categoryId(tx, parsed.category),
    updatedAt: tx.now,
  };
  const { workspaceId, now } = tx;
  if (before) await tx.db.update(articles).set(changing).where(eq(articles.id, id));
  else await tx.db.insert(articles).values({ id, workspaceId, slug, ...changing, createdAt: now });
  await tx.db
    .insert(articleVersions)
    .values({ workspaceId, articleId: id, version, title, description, source, blocks, createdAt: now });
  await storeChunks(tx, id, parsed);
  await tx.record("article.published", {}, { articleId: id, slug, version });
  return before ? "updated" : "created";
}

async function categoryId(tx: Tx, name: string | null): Promise<string | null> {
  const slug = name === null ? "" : slugOf(name);
  if (name === null || slug === "") return null;
  await tx.db
    .insert(articleCategories)
    .values({ workspaceId: tx.workspaceId, slug, name, createdAt: tx.now })
    .onConflictDoNothing();
  const [row] = await tx.db
    .select({ id: articleCategories.id })
    .from(articleCategories)
    .where(and(eq(articleCategories.workspaceId, tx.workspaceId), eq(articleCategories.slug, slug)));
  return row?.id ?? null;
}

async function storeChunks(
  tx: Tx,
  articleId: string,
  { title, description, blocks, locale }: ParsedArticle,
): Promise<void> {
  await tx.db.delete(articleChunks).where(eq(articleChunks.articleId, articleId));
  const found = chunkArticle(blocks);
  // An article that is all title and description can still be found.
  const chunks = found.length > 0 ? found : [{ position: 0, anchor: null, heading: "", text: description }];
  const rows = JSON.stringify(chunks.map((chunk) => ({ id: newId(), ...chunk })));
  const configuration = sql`${configurationOf(locale)}::regconfig`;
  await rowsOf(
    tx.db,
    sql`insert into ${articleChunks} (id, workspace_id, article_id, position, anchor, heading, text, words, length)
      select id, ${tx.workspaceId}::uuid, ${articleId}::uuid, position, anchor, heading, text, words,
        (select coalesce(sum(cardinality(positions)), 0) from unnest(words))
      from (
        select *, setweight(to_tsvector(${configuration}, ${title}), 'A')
          || setweight(to_tsvector(${configuration}, heading), 'B')
          || setweight(to_tsvector(${configuration}, text), 'D') as words
        from jsonb_to_recordset(${rows}::jsonb) as chunk(id uuid, position int, anchor text, heading text, text text)
      ) as weighed`,
  );
}
