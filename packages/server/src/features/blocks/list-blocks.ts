import type { BlockListEntry, BlocksQuery, Page } from "@deskbell/contract";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Context, TeamActor } from "../../context.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { transact } from "../../transact.ts";
import { presentBlock } from "./present.ts";
import { blocks } from "./tables.ts";

/** The latest first: ids rise with time. */
export function listBlocks(
  ctx: Context<TeamActor>,
  { cursor, limit = 30, contactId }: BlocksQuery,
): Promise<Page<BlockListEntry>> {
  return transact(ctx, async (tx) => {
    const from = cursor ? decodeCursor(cursor, "time") : null;
    const rows = await tx.db
      .select()
      .from(blocks)
      .where(and(contactId ? eq(blocks.contactId, contactId) : undefined, from ? lt(blocks.id, from.id) : undefined))
      .orderBy(desc(blocks.id))
      .limit(limit + 1);
    return pageFrom(rows, limit, presentBlock, (row) => encodeCursor(row.createdAt.toISOString(), row.id));
  });
}
