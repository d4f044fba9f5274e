import { and, desc, eq, gt, lt, ne } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { channels } from "../channels/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { messages } from "../messages/tables.ts";
import type { Said } from "./grounded-prompt.ts";

/** A contact's message that waits for the bot. */
export interface Turn {
  messageId: string;
  seq: number;
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
    .select({ message: messages, contactId: conversations.contactId, settings: channels.settings })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .where(and(eq(messages.id, messageId), eq(messages.authorKind, "contact")));
  if (!row) return null;
  const { conversationId, seq, body } = row.message;
  const turn = { messageId, seq, conversationId, contactId: row.contactId };
  if (await hasNewerTurn(tx, turn)) return null;
  const before = await tx.db
    .select({ kind: messages.authorKind, body: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), lt(messages.seq, seq), ne(messages.authorKind, "system")))
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
      .map((said) => ({ by: said.kind === "contact" ? "contact" : "answerer", text: said.body })),
    botName: row.settings.botName,
    locale: row.settings.locale,
  };
}

/** Whether the word has passed on: to a person, to a newer message of the contact, or to an answer given already. */
export async function hasNewerTurn(tx: Tx, turn: Pick<Turn, "conversationId" | "seq">): Promise<boolean> {
  const [still] = await tx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.id, turn.conversationId), eq(conversations.handling, "bot")));
  if (!still) return true;
  const [newer] = await tx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, turn.conversationId),
        gt(messages.seq, turn.seq),
        ne(messages.authorKind, "system"),
      ),
    )
    .limit(1);
  return newer !== undefined;
}
