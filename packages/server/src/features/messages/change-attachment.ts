import { eq } from "drizzle-orm";
import type { KeptFile } from "../../files/kept-file.ts";
import type { Tx } from "../../transact.ts";
import { lockConversation } from "../conversations/index.ts";
import { writeChange } from "./change-message.ts";
import { messages } from "./tables.ts";

/** What became known of a file after it was sent, such as that it is clean. */
export async function changeAttachment(tx: Tx, messageId: string, file: KeptFile): Promise<void> {
  const find = () => tx.db.select().from(messages).where(eq(messages.id, messageId));
  const [sent] = await find();
  if (!sent) return;
  const conversation = await lockConversation(tx, sent.conversationId);
  // As it is now that nobody else changes it.
  const kept = (await find())[0]?.attachments;
  if (!kept?.some(({ id }) => id === file.id)) return;
  await writeChange(tx, conversation, messageId, {
    attachments: kept.map((each) => (each.id === file.id ? file : each)),
  });
}
