import { randomBytes } from "node:crypto";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { identitySecret } from "./identity-secret.ts";
import { getChannelByKey } from "./queries.ts";
import { identityKeys } from "./tables.ts";

/** Another live key for a channel, beside those it has. The secret is given this once. */
export function createIdentityKey(ctx: Context, channelKey: string): Promise<{ kid: string; secret: string }> {
  return transact(ctx, async (tx) => {
    const channel = await getChannelByKey(tx, channelKey);
    const kid = `k_${randomBytes(9).toString("base64url")}`;
    const [row] = await tx.db
      .insert(identityKeys)
      .values({ workspaceId: tx.workspaceId, channelId: channel.id, kid, createdAt: tx.now })
      .returning();
    if (!row) throw new Error("The database returned no row for an inserted identity key");
    await tx.record("identity-key.created", {}, { channelId: channel.id, kid });
    return { kid, secret: identitySecret(tx.deps.config, row.id) };
  });
}
