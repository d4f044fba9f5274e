import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { getChannelByKey } from "./queries.ts";
import { identityKeys } from "./tables.ts";

/** From now on the key proves nothing. Sessions that it started go on: revoke those of a contact one by one. */
export function revokeIdentityKey(ctx: Context, channelKey: string, kid: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const channel = await getChannelByKey(tx, channelKey);
    const [row] = await tx.db
      .update(identityKeys)
      .set({ revokedAt: tx.now })
      .where(and(eq(identityKeys.channelId, channel.id), eq(identityKeys.kid, kid), isNull(identityKeys.revokedAt)))
      .returning();
    if (!row) throw new AppError("not_found");
    await tx.record("identity-key.revoked", {}, { channelId: channel.id, kid });
  });
}
