import type { Page, PageQuery, TrackedEvent } from "@deskbell/contract";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Context, TeamActor } from "../../context.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { transact } from "../../transact.ts";
import { presentTrackedEvent } from "./present.ts";
import { getContact } from "./queries.ts";
import { trackedEvents } from "./tables.ts";

/** What a contact did on the website, the latest first. */
export function listTrackedEvents(
  ctx: Context<TeamActor>,
  id: string,
  { cursor, limit = 30 }: PageQuery,
): Promise<Page<TrackedEvent>> {
  return transact(ctx, async (tx) => {
    const contact = await getContact(tx, id);
    const from = cursor ? decodeCursor(cursor, "time") : null;
    const rows = await tx.db
      .select()
      .from(trackedEvents)
      .where(
        and(
          eq(trackedEvents.contactId, contact.id),
          // Ids rise with time.
          from ? sql`${trackedEvents.id} < ${from.id}::uuid` : undefined,
        ),
      )
      .orderBy(desc(trackedEvents.id))
      .limit(limit + 1);
    return pageFrom(rows, limit, presentTrackedEvent, ({ createdAt, id }) => encodeCursor(createdAt.toISOString(), id));
  });
}
