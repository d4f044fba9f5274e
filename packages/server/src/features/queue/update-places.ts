import { and, asc, desc, eq, gt, notExists, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { events } from "../../db/events.ts";
import { after, type Tx, transact } from "../../transact.ts";
import { conversations } from "../conversations/tables.ts";
import { type Answer, expectedWait, paceOf } from "./expected-wait.ts";
import { presentPlace } from "./present.ts";
import { queuePlaces } from "./tables.ts";

/** Who stands further back has no place yet. */
const longest = 2000;
const recentMs = 3 * 3_600_000;
const answersPerQueue = 30;

/** Counts all queues of the workspace through and tells those whose place or expected wait has changed. */
export function updatePlaces(ctx: Context): Promise<void> {
  return transact(ctx, async (tx) => {
    // One after the other, on whatever node: the last one tells how it is.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`places ${tx.workspaceId}`}, 0))`);
    await forgetWhoHasLeft(tx);
    const waiting = await listWaiting(tx);
    for (const { place } of waiting) if (place) after(tx, place.updatedAt);
    if (waiting.length === 0) return;
    const queues = Map.groupBy(waiting, ({ teamId }) => teamId);
    const answers = Map.groupBy(await listAnswers(tx), ({ teamId }) => teamId);
    const changed = [...queues].flatMap(([teamId, queue]) => {
      const recent = answers.get(teamId)?.slice(0, answersPerQueue) ?? [];
      const pace = paceOf(recent, queue[0]?.queuedAt?.getTime() ?? null, tx.now.getTime());
      return queue
        .map((row, at) => ({ ...row, now: { position: at + 1, expectedWaitSeconds: expectedWait(pace, at + 1) } }))
        .filter(({ place, now }) => !place || !isSame(place, now));
    });
    if (changed.length === 0) return;
    await tx.db
      .insert(queuePlaces)
      .values(
        changed.map(({ id, now }) => ({
          workspaceId: tx.workspaceId,
          conversationId: id,
          ...now,
          updatedAt: tx.now,
        })),
      )
      .onConflictDoUpdate({
        target: queuePlaces.conversationId,
        set: {
          position: sql`excluded.position`,
          expectedWaitSeconds: sql`excluded.expected_wait_seconds`,
          updatedAt: sql`excluded.updated_at`,
        },
      });
    for (const { id, contactId, now } of changed) {
      const queue = presentPlace({ ...now, updatedAt: tx.now });
      tx.tell.contact(contactId, "place.updated", { conversationId: id, queue });
    }
  });
}

type Place = Pick<typeof queuePlaces.$inferSelect, "position" | "expectedWaitSeconds">;
const isSame = (a: Place, b: Place): boolean =>
  a.position === b.position && a.expectedWaitSeconds === b.expectedWaitSeconds;

const forgetWhoHasLeft = (tx: Tx) =>
  tx.db.delete(queuePlaces).where(
    notExists(
      tx.db
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(eq(conversations.id, queuePlaces.conversationId), eq(conversations.handling, "queue"))),
    ),
  );

/** In the order in which they are served. */
const listWaiting = (tx: Tx) =>
  tx.db
    .select({
      id: conversations.id,
      contactId: conversations.contactId,
      teamId: conversations.teamId,
      queuedAt: conversations.queuedAt,
      place: queuePlaces,
    })
    .from(conversations)
    .leftJoin(queuePlaces, eq(queuePlaces.conversationId, conversations.id))
    .where(and(eq(conversations.workspaceId, tx.workspaceId), eq(conversations.handling, "queue")))
    .orderBy(asc(conversations.queuedAt), asc(conversations.id))
    .limit(longest);

/** The latest first. */
async function listAnswers(tx: Tx): Promise<(Answer & { teamId: string | null })[]> {
  const rows = await tx.db
    .select({
      at: events.createdAt,
      waitedMs: sql<number>`(${events.data}->>'waitedMs')::float`,
      teamId: sql<string | null>`${events.data}->>'teamId'`,
    })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, tx.workspaceId),
        gt(events.createdAt, new Date(tx.now.getTime() - recentMs)),
        sql`${events.data} ? 'waitedMs'`,
      ),
    )
    .orderBy(desc(events.createdAt))
    .limit(500);
  return rows.map(({ at, waitedMs, teamId }) => ({ at: at.getTime(), waitedMs, teamId }));
}
