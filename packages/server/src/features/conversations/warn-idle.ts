import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { appendActivity } from "../messages/index.ts";
import { isSilent, lockWithRules } from "./idle.ts";
import { conversations } from "./tables.ts";

/** Tells a silent contact that their conversation is going to be archived. Nothing when they have written meanwhile, or were warned. */
export function warnIdle(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { row, rules } = await lockWithRules(tx, id);
    if (!rules || !isSilent(row, tx.now, rules)) return;
    await tx.db.update(conversations).set({ idleWarnedAt: tx.now }).where(eq(conversations.id, id));
    await tx.record("conversation.warned", { conversationId: id, contactId: row.contactId });
    await appendActivity(tx, row, { name: "idle_warned", closesAfterMinutes: rules.closeAfterMinutes });
  });
}
