import type { UpdateChannel } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { drainQueue } from "../conversations/index.ts";
import type { ChannelRow } from "./present.ts";
import { channels } from "./tables.ts";

/** How a channel looks, whom it serves and what becomes of its conversations. */
export function updateChannel(
  ctx: Context | Tx,
  name: { id: string } | { key: string },
  { settings, conversations, ...change }: UpdateChannel,
): Promise<ChannelRow> {
  const isNamed = "id" in name ? eq(channels.id, name.id) : eq(channels.key, name.key);
  return transact(ctx, async (tx) => {
    const [before] = await tx.db.select().from(channels).where(isNamed).for("update");
    if (!before) throw new AppError("id" in name ? "not_found" : "channel_not_found");
    const next = { ...before, ...conversations, ...change, settings: { ...before.settings, ...settings } };
    const changes = differences(before, next);
    if (Object.keys(changes).length === 0) return before;
    await tx.db.update(channels).set(next).where(eq(channels.id, before.id));
    if (changes.assignment) await drainQueue(tx);
    await tx.record("channel.updated", {}, { channelId: before.id, changes });
    return next;
  });
}

/** For the log: each key that is now another. */
function differences(before: ChannelRow, after: ChannelRow): Record<string, { from: unknown; to: unknown }> {
  const keys = Object.keys(after) as (keyof ChannelRow)[];
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, { from: before[key], to: after[key] }]),
  );
}
