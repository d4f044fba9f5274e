import type { UpdateChannel } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { drainQueue } from "../conversations/index.ts";
import type { ChannelRow } from "./present.ts";
import { channels } from "./tables.ts";

/** Keys left out stay as they are. */
export function changeChannel(ctx: Context, id: string, { assignment }: UpdateChannel): Promise<ChannelRow> {
  return transact(ctx, async (tx) => {
    const [before] = await tx.db.select().from(channels).where(eq(channels.id, id)).for("no key update");
    if (!before) throw new AppError("not_found");
    if (!assignment || assignment === before.assignment) return before;
    const [row] = await tx.db.update(channels).set({ assignment }).where(eq(channels.id, id)).returning();
    if (!row) throw new Error("A locked channel vanished");
    await tx.record("channel.updated", {}, { channelId: id, assignment });
    await drainQueue(tx);
    return row;
  });
}
