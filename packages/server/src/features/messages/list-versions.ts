import type { MessageVersion, Page, PageQuery } from "@deskbell/contract";
import { and, asc, eq, gt } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { transact } from "../../transact.ts";
import { isSupervisor } from "./policy.ts";
import { presentVersion } from "./present.ts";
import { getMessage } from "./queries.ts";
import { messageVersions } from "./tables.ts";

/** What a message said before, oldest first. Of a deleted one for supervisors only. */
export function listVersions(
  ctx: Context<TeamActor>,
  conversationId: string,
  messageId: string,
  { cursor, limit = 30 }: PageQuery,
): Promise<Page<MessageVersion>> {
  return transact(ctx, async (tx) => {
    const message = await getMessage(tx, conversationId, messageId);
    allow(message.deletedAt === null || isSupervisor(tx.actor), "forbidden");
    const from = cursor ? decodeCursor(cursor, "time") : null;
    const rows = await tx.db
      .select()
      .from(messageVersions)
      .where(and(eq(messageVersions.messageId, messageId), from ? gt(messageVersions.id, from.id) : undefined))
      .orderBy(asc(messageVersions.id))
      .limit(limit + 1);
    return pageFrom(rows, limit, presentVersion, ({ createdAt, id }) => encodeCursor(createdAt.toISOString(), id));
  });
}
