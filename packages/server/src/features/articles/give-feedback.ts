import type { ArticleFeedback } from "@deskbell/contract";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { getArticleView } from "./queries.ts";
import { articleFeedback, articles } from "./tables.ts";

/** Whether an article helped. A contact who says it again changes what they said. */
export function giveFeedback(ctx: Context, slug: string, { helpful, comment }: ArticleFeedback): Promise<void> {
  return transact(ctx, async (tx) => {
    const { article } = await getArticleView(tx, { slug });
    await takeBackFeedback(tx, article.id);
    const contactId = tx.actor.kind === "contact" ? tx.actor.contactId : null;
    await tx.db.insert(articleFeedback).values({
      workspaceId: tx.workspaceId,
      articleId: article.id,
      contactId,
      helpful,
      comment: comment ?? null,
      createdAt: tx.now,
    });
    await count(tx, article.id, helpful, 1);
    await tx.record("article.rated", { contactId }, { articleId: article.id, slug, helpful });
  });
}

async function takeBackFeedback(tx: Tx, articleId: string): Promise<void> {
  if (tx.actor.kind !== "contact") return;
  const [before] = await tx.db
    .delete(articleFeedback)
    .where(and(eq(articleFeedback.articleId, articleId), eq(articleFeedback.contactId, tx.actor.contactId)))
    .returning({ helpful: articleFeedback.helpful });
  if (before) await count(tx, articleId, before.helpful, -1);
}

const count = (tx: Tx, articleId: string, helpful: boolean, by: 1 | -1) =>
  tx.db
    .update(articles)
    .set(
      helpful
        ? { helpfulCount: sql`${articles.helpfulCount} + ${by}` }
        : { unhelpfulCount: sql`${articles.unhelpfulCount} + ${by}` },
    )
    .where(eq(articles.id, articleId));
