import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { holdInTicket } from "../tickets/index.ts";
import { lockWithRules, stayedSilent } from "./idle.ts";
import { moveConversation } from "./move-conversation.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Closes what stayed silent after its warning; where the channel wants it, a ticket holds it from now on. */
export function archiveIdle(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { row, rules } = await lockWithRules(tx, id);
    if (!rules || !stayedSilent(row, tx.now, rules)) return;
    const ticketId = rules.makeTicket ? await holdInTicket(tx, row) : null;
    await moveConversation(
      tx,
      { ...row, ticketId },
      {
        handling: "closed",
        assigneeId: row.assigneeId,
        activity: { name: "archived" },
        event: "conversation.archived",
      },
    );
    await tellConversation(tx, id);
  });
}
