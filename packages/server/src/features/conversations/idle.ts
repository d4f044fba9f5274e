import type { IdleRules } from "@deskbell/contract";
import { and, asc, eq, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { type ConversationRow, lockConversation } from "./queries.ts";
import { conversations, silentOnes } from "./tables.ts";

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** Only where the contact's word is missing, and not what a ticket holds: that has its own ways to end. */
const isTended = ({ handling, ticketId }: ConversationRow): boolean =>
  (handling === "bot" || handling === "agent") && ticketId === null;

export const isSilent = (row: ConversationRow, now: Date, rules: IdleRules): boolean =>
  isTended(row) &&
  row.idleSince !== null &&
  row.idleWarnedAt === null &&
  row.idleSince <= minutesBefore(now, rules.warnAfterMinutes);

export const stayedSilent = (row: ConversationRow, now: Date, rules: IdleRules): boolean =>
  isTended(row) && row.idleWarnedAt !== null && row.idleWarnedAt <= minutesBefore(now, rules.closeAfterMinutes);

/** The longest silent first. */
export const findSilent = (tx: Tx, channelId: string, rules: IdleRules, limit: number): Promise<string[]> =>
  find(
    tx,
    channelId,
    limit,
    conversations.idleSince,
    lte(conversations.idleSince, minutesBefore(tx.now, rules.warnAfterMinutes)),
    isNull(conversations.idleWarnedAt),
  );

export const findWarned = (tx: Tx, channelId: string, rules: IdleRules, limit: number): Promise<string[]> =>
  find(
    tx,
    channelId,
    limit,
    conversations.idleWarnedAt,
    lte(conversations.idleWarnedAt, minutesBefore(tx.now, rules.closeAfterMinutes)),
    isNotNull(conversations.idleWarnedAt),
  );

async function find(
  tx: Tx,
  channelId: string,
  limit: number,
  since: typeof conversations.idleSince | typeof conversations.idleWarnedAt,
  ...where: SQL[]
): Promise<string[]> {
  const rows = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.channelId, channelId), silentOnes, ...where))
    .orderBy(asc(since))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The conversation, locked, with its channel's rules as they are now. */
export async function lockWithRules(tx: Tx, id: string): Promise<{ row: ConversationRow; rules: IdleRules | null }> {
  const row = await lockConversation(tx, id);
  return { row, rules: (await getChannel(tx, row.channelId)).idle };
}
