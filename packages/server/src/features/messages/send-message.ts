import type { Message, SendContactMessage, SendTeamMessage } from "@deskbell/contract";
import { AppError, allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { type Tx, transact } from "../../transact.ts";
import { answerMessage } from "../bot/index.ts";
import {
  allowAnother,
  type ConversationRow,
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
import { getCircumstances, getMessage } from "./queries.ts";
import { resolvePayload } from "./resolve-payload.ts";

/** Writes a line into a conversation; the same `clientId` again answers with the first. */
export function sendMessage(
  ctx: Context | Tx,
  conversationId: string,
  input: SendContactMessage | SendTeamMessage,
): Promise<Created<Message>> {
  return transact(ctx, async (tx) => {
    // They travel together and run in this order: what is read behind the lock was committed before it was given.
    const [found, { contact, channel, assignee, ticket, repeatedId }] = await Promise.all([
      lockConversation(tx, conversationId),
      getCircumstances(tx, conversationId, input.clientId),
    ]);
    const author = authorOf(tx.actor, contact);
    if (repeatedId) {
      const first = await getMessage(tx, conversationId, repeatedId);
      if (first.authorKind !== author.kind) throw new AppError("client_id_reused");
      return { value: presentMessage(first), repeated: true };
    }
    allow(maySend(tx.actor, found, ticket?.status ?? null, channel.afterClose), "conversation_closed");
    const content = await resolvePayload(tx, conversationId, input);
    const present = author.kind === "contact" ? await comeBack(tx, found) : await takeOver(tx, found);
    // Who is asked while they are gone has the grace time to come back.
    if (author.kind === "contact" && assignee && present.handling === "agent") await returnLater(tx, assignee);
    // A form's answers are for whoever asked.
    const isForBot =
      author.kind === "contact" && present.handling === "bot" && content.payload?.type !== "form_response";
    const hasMoved = present !== found;
    const isLast = !isForBot && !hasMoved;
    const message = await appendMessage(tx, present, { ...input, author, ...content, isLast });
    if (isForBot) await tx.enqueue(answerMessage, { messageId: message.id });
    if (hasMoved) await tellConversation(tx, conversationId);
    return { value: presentMessage(message), repeated: false };
  });
}

/** An agent who answers what nobody has taken has taken it. */
async function takeOver(tx: Tx, conversation: ConversationRow): Promise<ConversationRow> {
  if (tx.actor.kind !== "agent" || conversation.handling === "agent") return conversation;
  return moveConversation(tx, conversation, {
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
