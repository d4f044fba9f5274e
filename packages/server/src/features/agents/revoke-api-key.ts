import { eq } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { mayManage } from "./policy.ts";
import { apiKeys } from "./tables.ts";

/** The key opens nothing any more, and its sockets are cut. */
export function revokeApiKey(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const [key] = await tx.db.select().from(apiKeys).where(eq(apiKeys.id, id));
    if (!key) throw new AppError("not_found");
    allow(mayManage(tx.actor, key.role), "forbidden");
    await tx.db.delete(apiKeys).where(eq(apiKeys.id, id));
    await tx.record("api-key.revoked", {}, { apiKeyId: id, name: key.name, role: key.role });
    await tx.cut({ apiKeyId: id });
  });
}
