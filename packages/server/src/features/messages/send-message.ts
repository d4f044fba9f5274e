import type { Message, SendMessage } from "@deskbell/contract";
import { AppError, allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { type Tx, transact } from "../../transact.ts";
import { answerMessage } from "../bot/index.ts";
import {
  allowAnother,
  type ConversationRow,
  getConversationView,
  lockConversation,
  moveConversation,
  returnLater,
  tellConversation,
} from "../conversations/index.ts";
import { reopenTicket } from "../tickets/index.ts";
import { appendMessage } from "./append-message.ts";
import { authorOf } from "./author-of.ts";
import { maySend } from "./policy.ts";
import { presentMessage } from "./present.ts";
import { findMessageByClientId } from "./queries.ts";

/** Writes a line into a conversation; the same `clientId` again answers with the first. */
export function sendMessage(ctx: Context | Tx, conversationId: string, input: SendMessage): Promise<Created<Message>> {
  return transact(ctx, async (tx) => {
    const found = await lockConversation(tx, conversationId);
    const { contact, channel, ticket, assignee } = await getConversationView(tx, conversationId);
    const author = authorOf(tx.actor, contact);
    const first = await findMessageByClientId(tx, conversationId, input.clientId);
    if (first) {
      if (first.authorKind !== author.kind) throw new AppError("client_id_reused");
      return { value: presentMessage(first), repeated: true };
    }
    allow(maySend(tx.actor, found, ticket?.status ?? null, channel.afterClose), "conversation_closed");
    if (author.kind === "agent") await takeOver(tx, found);
    const conversation = author.kind === "contact" ? await comeBack(tx, found) : found;
    // Who is asked while they are gone has the grace time to come back.
    if (author.kind === "contact" && assignee && conversation.handling === "agent") await returnLater(tx, assignee);
    const row = await appendMessage(tx, conversation, { author, ...input });
    if (author.kind === "contact" && conversation.handling === "bot") {
      await tx.enqueue(answerMessage, { messageId: row.id });
    }
    await tellConversation(tx, conversationId);
    return { value: presentMessage(row), repeated: false };
  });
}

/** An agent who answers what nobody has taken has taken it. */
async function takeOver(tx: Tx, conversation: ConversationRow): Promise<void> {
  if (tx.actor.kind !== "agent" || conversation.handling === "agent") return;
  await moveConversation(tx, conversation, {
    handling: "agent",
    assigneeId: tx.actor.agentId,
    activity: { name: "claimed", agentName: tx.actor.name },
    event: "conversation.assigned",
  });
}

/**
 * A contact who writes about a resolved ticket reopens it. A closed conversation is the bot's again, or waits for an agent where a person was
 * asked for before, or where a ticket holds it.
 */
async function comeBack(tx: Tx, conversation: ConversationRow): Promise<ConversationRow> {
  const { handling, ticketId, humanRequestedAt } = conversation;
  let present = conversation;
  if (handling === "closed") {
    if (!ticketId) await allowAnother(tx, conversation);
    present = await moveConversation(tx, conversation, {
      handling: ticketId || humanRequestedAt ? "queue" : "bot",
      assigneeId: null,
      activity: { name: "reopened" },
      event: "conversation.reopened",
    });
  }
  if (ticketId) await reopenTicket(tx, ticketId);
  return present;
}
