import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { transact } from "../../transact.ts";
import { blocks } from "./tables.ts";

/** Lets them in again. */
export function deleteBlock(ctx: Context<TeamActor>, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const [deleted] = await tx.db.delete(blocks).where(eq(blocks.id, id)).returning();
    if (!deleted) throw new AppError("not_found");
    await tx.record("block.deleted", { contactId: deleted.contactId }, { network: deleted.network });
  });
}
