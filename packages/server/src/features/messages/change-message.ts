import type { Message } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { answerMessage } from "../bot/index.ts";
import { type ConversationRow, tellConversation } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { releaseFiles } from "../files/index.ts";
import type { AuthorColumns } from "./author-of.ts";
import { type MessageRow, presentMessage } from "./present.ts";
import { findUnanswered } from "./queries.ts";
import { messages, messageVersions } from "./tables.ts";

type Change = { kind: "edited"; body: string } | { kind: "deleted" };

/**
 * The only one who changes a message: keeps what it said, takes the conversation's next `changeSeq` and tells both sides.
 * The caller holds the conversation's row, so numbers have no gaps and rise in commit order.
 */
export async function changeMessage(
  tx: Tx,
  conversation: ConversationRow,
  message: MessageRow,
  author: AuthorColumns,
  change: Change,
): Promise<Message> {
  await tx.db.insert(messageVersions).values({
    workspaceId: tx.workspaceId,
    messageId: message.id,
    change: change.kind,
    body: message.body,
    payload: message.payload,
    authorKind: author.kind,
    authorId: author.id,
    authorName: author.name,
    createdAt: tx.now,
  });
  if (change.kind === "deleted") await releaseFiles(tx, message.id);
  const changed = await writeChange(tx, conversation, message.id, columnsOf(change, author, tx.now));
  const { id: conversationId, ticketId } = conversation;
  // Without the text: what was taken back must not live on in the log.
  await tx.record(
    `message.${change.kind}`,
    { conversationId, ticketId },
    { messageId: message.id, seq: message.seq, changeSeq: changed.changeSeq },
  );
  return changed;
}

/** The next `changeSeq`, the message's columns, both sides told, and the bot's turn begun anew. */
export async function writeChange(
  tx: Tx,
  conversation: ConversationRow,
  messageId: string,
  columns: Partial<MessageRow>,
): Promise<Message> {
  const { id, contactId } = conversation;
  const changeSeq = conversation.lastChangeSeq + 1;
  await tx.db
    .update(conversations)
    .set({ lastChangeSeq: changeSeq, updatedAt: tx.now })
    .where(eq(conversations.id, id));
  const [row] = await tx.db
    .update(messages)
    .set({ ...columns, changeSeq })
    .where(eq(messages.id, messageId))
    .returning();
  if (!row) throw new Error("A message of a locked conversation vanished");
  const changed = presentMessage(row);
  tx.tell.contact(contactId, "message.updated", changed);
  tx.tell.team("message.updated", changed);
  await tellConversation(tx, id);
  await answerAnew(tx, conversation);
  return changed;
}

const columnsOf = (change: Change, author: AuthorColumns, now: Date) =>
  change.kind === "edited"
    ? { body: change.body, editedAt: now }
    : {
        body: "",
        attachments: null,
        payload: null,
        deletedAt: now,
        deletedByKind: author.kind,
        deletedById: author.id,
        deletedByName: author.name,
      };

/** The bot answers what now stands, if it has not answered yet: an answer to what stood before is dropped. */
async function answerAnew(tx: Tx, { id, handling }: ConversationRow): Promise<void> {
  if (handling !== "bot") return;
  const messageId = await findUnanswered(tx, id);
  if (messageId) await tx.enqueue(answerMessage, { messageId });
}
