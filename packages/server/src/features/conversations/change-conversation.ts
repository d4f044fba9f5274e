import type { UpdateConversation } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { conversations } from "./tables.ts";
import { tellConversation } from "./tell-conversation.ts";

const maxLabels = 20;
const maxAttributes = 50;

/** Labels and attributes: what both a page's script and the team may hang on a conversation. Repeating it changes nothing. */
export function changeConversation(
  ctx: Context,
  id: string,
  { addLabels = [], removeLabels = [], attributes = {} }: UpdateConversation,
): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const before = await lockConversation(tx, id);
    const labels = [...new Set([...before.labels, ...addLabels])].filter((label) => !removeLabels.includes(label));
    const kept = Object.entries({ ...before.attributes, ...attributes }).filter(([, value]) => value !== null);
    if (labels.length > maxLabels) throw new AppError("invalid_input", { addLabels: `At most ${maxLabels} labels.` });
    if (kept.length > maxAttributes)
      throw new AppError("invalid_input", { attributes: `At most ${maxAttributes} attributes.` });
    const after = { labels, attributes: Object.fromEntries(kept) };
    if (isSame(after.labels, before.labels) && isSame(after.attributes, before.attributes))
      return getConversationView(tx, id);
    await tx.db
      .update(conversations)
      .set({ ...after, updatedAt: tx.now })
      .where(eq(conversations.id, id));
    const { ticketId, contactId } = before;
    await tx.record(
      "conversation.updated",
      { conversationId: id, ticketId, contactId },
      { labels, attributes: Object.keys(attributes) },
    );
    return tellConversation(tx, id);
  });
}

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
