import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { holdContactAlone } from "../contacts/index.ts";
import { conversations } from "./tables.ts";

/**
 * Where a contact has one conversation at a time, another is refused with `conversation_open` while one is open. Tracked work, which a
 * ticket holds, does not count. Nobody else begins one for this contact until the commit.
 */
export async function allowAnother(
  tx: Tx,
  { contactId, channelId }: { contactId: string; channelId: string },
): Promise<void> {
  if ((await getChannel(tx, channelId)).several) return;
  await holdContactAlone(tx, contactId);
  const [open] = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.contactId, contactId),
        eq(conversations.channelId, channelId),
        ne(conversations.handling, "closed"),
        isNull(conversations.ticketId),
      ),
    )
    .orderBy(desc(conversations.updatedAt))
    .limit(1);
  if (open) throw new AppError("conversation_open", { conversationId: open.id });
}
