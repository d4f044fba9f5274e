import type { IdentityMode } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import type { ChannelRow } from "./present.ts";
import { getChannelByKey } from "./queries.ts";
import { channels } from "./tables.ts";

/** How a channel's contacts may or must say who they are; keys left out stay as they are. */
export function changeIdentity(
  ctx: Context,
  channelKey: string,
  change: { mode?: IdentityMode | undefined; hash?: boolean | undefined },
): Promise<ChannelRow> {
  return transact(ctx, async (tx) => {
    const before = await getChannelByKey(tx, channelKey);
    const { mode = before.identityMode, hash = before.identityHash } = change;
    const [row] = await tx.db
      .update(channels)
      .set({ identityMode: mode, identityHash: hash })
      .where(eq(channels.id, before.id))
      .returning();
    if (!row) throw new Error("A channel vanished while it was changed");
    await tx.record("channel.updated", {}, { channelId: row.id, identityMode: mode, identityHash: hash });
    return row;
  });
}
