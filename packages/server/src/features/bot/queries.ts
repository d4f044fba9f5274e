import { and, desc, eq, gt, isNull, lt, ne, or } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { channels } from "../channels/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { messages } from "../messages/tables.ts";
import type { Said } from "./grounded-prompt.ts";

/** A contact's message that waits for the bot. */
export interface Turn {
  messageId: string;
  seq: number;
  /** The conversation's, when it was read: a later edit or deletion takes the word from this turn. */
  lastChangeSeq: number;
  conversationId: string;
  contactId: string;
  question: string;
  /** All that the contact wrote since the last answer, oldest first; `question` is its last. */
  unanswered: string[];
  /** What was said before, oldest first. */
  history: Said[];
  botName: string;
  locale: string | null;
}

const historyLength = 8;

/** `null` when it is not, or no longer, the bot's to answer: a person answers, or a newer message or an answer stands after it. */
export async function findTurn(tx: Tx, messageId: string): Promise<Turn | null> {
  const [row] = await tx.db
    .select({ message: messages, conversation: conversations, settings: channels.settings })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .where(and(eq(messages.id, messageId), eq(messages.authorKind, "contact"), isNull(messages.deletedAt)));
  if (!row) return null;
  const { conversationId, seq, body } = row.message;
  const { contactId, lastChangeSeq } = row.conversation;
  const turn = { messageId, seq, lastChangeSeq, conversationId, contactId };
  if (await hasNewerTurn(tx, turn)) return null;
  const before = await tx.db
    .select({ kind: messages.authorKind, body: messages.body, deletedAt: messages.deletedAt })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        lt(messages.seq, seq),
        ne(messages.authorKind, "system"),
        or(ne(messages.authorKind, "contact"), isNull(messages.deletedAt)),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(historyLength);
  const lastAnswer = before.findIndex((said) => said.kind !== "contact");
  const unanswered = before.slice(0, lastAnswer < 0 ? before.length : lastAnswer).map((said) => said.body);
  return {
    ...turn,
    question: body,
    unanswered: [...unanswered.reverse(), body],
    history: before
      .reverse()
      .filter((said) => said.deletedAt === null)
      .map((said) => ({ by: said.kind === "contact" ? "contact" : "answerer", text: said.body })),
    botName: row.settings.botName,
    locale: row.settings.locale,
  };
}

/**
 * Whether the word has passed on: to a person, to a newer message of the contact, to an answer given already, or to what
 * stands there since something was edited or deleted.
 */
export async function hasNewerTurn(
  tx: Tx,
  turn: Pick<Turn, "conversationId" | "seq" | "lastChangeSeq">,
): Promise<boolean> {
  const [still] = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.id, turn.conversationId),
        eq(conversations.handling, "bot"),
        eq(conversations.lastChangeSeq, turn.lastChangeSeq),
      ),
    );
  if (!still) return true;
  const [newer] = await tx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, turn.conversationId),
        gt(messages.seq, turn.seq),
        ne(messages.authorKind, "system"),
        // What the contact took back waits for nothing; an answer that was deleted has been given all the same.
        or(ne(messages.authorKind, "contact"), isNull(messages.deletedAt)),
      ),
    )
    .limit(1);
  return newer !== undefined;
}
