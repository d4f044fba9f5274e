import type { ShownProactive, ShowProactive } from "@deskbell/contract";
import type { ContactActor, Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { holdContact } from "../contacts/index.ts";
import { proactiveShown } from "./tables.ts";

/** Whoever asks first may show it: of two pages at once, one. A rule that is no longer there is shown to nobody. */
export function showProactive(ctx: Context<ContactActor>, { ruleId }: ShowProactive): Promise<ShownProactive> {
  return transact(ctx, async (tx) => {
    const { contactId, channelId } = tx.actor;
    const { proactive } = await getChannel(tx, channelId);
    if (!proactive.some(({ id, enabled }) => enabled && id === ruleId)) return { first: false };
    await holdContact(tx, contactId);
    const rows = await tx.db
      .insert(proactiveShown)
      .values({ workspaceId: tx.workspaceId, contactId, ruleId, createdAt: tx.now })
      .onConflictDoNothing()
      .returning();
    return { first: rows.length > 0 };
  });
}
