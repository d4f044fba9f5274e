import type { Message, SendMessage } from "@deskbell/contract";
import { AppError, allow } from "../../app-error.ts";
import type { Actor, Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { type Tx, transact } from "../../transact.ts";
import { answerMessage } from "../bot/index.ts";
import {
  type ConversationRow,
  getConversationView,
  lockConversation,
  moveConversation,
  tellConversation,
  tellConversationView,
} from "../conversations/index.ts";
import { reopenTicket } from "../tickets/index.ts";
import { appendMessage, type NewMessage } from "./append-message.ts";
import { maySend } from "./policy.ts";
import { presentMessage } from "./present.ts";
import { findMessageByClientId } from "./queries.ts";

/** Writes a line into a conversation; the same `clientId` again answers with the first. */
export function sendMessage(ctx: Context | Tx, conversationId: string, input: SendMessage): Promise<Created<Message>> {
  return transact(ctx, async (tx) => {
    // They travel together and run in this order: what is read behind the lock was committed before it was given.
    const [conversation, view, first] = await Promise.all([
      lockConversation(tx, conversationId),
      getConversationView(tx, conversationId),
      findMessageByClientId(tx, conversationId, input.clientId),
    ]);
    const author = authorOf(tx.actor, view.contact);
    if (first) {
      if (first.authorKind !== author.kind) throw new AppError("client_id_reused");
      return { value: presentMessage(first), repeated: true };
    }
    allow(maySend(tx.actor, conversation, view.ticket?.status ?? null), "conversation_closed");
    const moved = (await takeOver(tx, conversation)) || (await comeBack(tx, conversation));
    const appended = await appendMessage(tx, conversation, { author, ...input });
    if (author.kind === "contact" && conversation.handling === "bot") {
      await tx.enqueue(answerMessage, { messageId: appended.message.id });
    }
    if (moved) await tellConversation(tx, conversationId);
    else tellConversationView(tx, { ...view, conversation: appended.conversation, lastMessage: appended.message });
    return { value: presentMessage(appended.message), repeated: false };
  });
}

function authorOf(actor: Actor, contact: { name: string | null }): NewMessage["author"] {
  switch (actor.kind) {
    case "contact":
      return { kind: "contact", id: actor.contactId, name: contact.name };
    case "agent":
      return { kind: "agent", id: actor.agentId, name: actor.name };
    case "apiKey":
      // A program that answers is a bot to the reader, whoever wrote it.
      return { kind: "bot", id: null, name: actor.name };
    default:
      throw new AppError("forbidden");
  }
}

/** An agent who answers what nobody has taken has taken it. */
async function takeOver(tx: Tx, conversation: ConversationRow): Promise<boolean> {
  if (tx.actor.kind !== "agent" || conversation.handling === "agent") return false;
  await moveConversation(tx, conversation, {
    handling: "agent",
    assigneeId: tx.actor.agentId,
    activity: { name: "claimed", agentName: tx.actor.name },
    event: "conversation.assigned",
  });
  return true;
}

/** A contact who writes about a resolved ticket reopens it, and a closed conversation waits for an agent again. */
async function comeBack(tx: Tx, conversation: ConversationRow): Promise<boolean> {
  if (tx.actor.kind !== "contact") return false;
  if (conversation.handling === "closed") {
    await moveConversation(tx, conversation, {
      handling: "queue",
      assigneeId: null,
      activity: { name: "reopened" },
      event: "conversation.reopened",
    });
  }
  if (conversation.ticketId) await reopenTicket(tx, conversation.ticketId);
  return conversation.handling === "closed" || conversation.ticketId !== null;
}
