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
  returnLater,
  tellConversation,
} from "../conversations/index.ts";
import { reopenTicket } from "../tickets/index.ts";
import { appendMessage, type NewMessage } from "./append-message.ts";
import { maySend } from "./policy.ts";
import { presentMessage } from "./present.ts";
import { findMessageByClientId } from "./queries.ts";

/** Writes a line into a conversation; the same `clientId` again answers with the first. */
export function sendMessage(ctx: Context | Tx, conversationId: string, input: SendMessage): Promise<Created<Message>> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const { contact, ticket, assignee } = await getConversationView(tx, conversationId);
    const author = authorOf(tx.actor, contact);
    const first = await findMessageByClientId(tx, conversationId, input.clientId);
    if (first) {
      if (first.authorKind !== author.kind) throw new AppError("client_id_reused");
      return { value: presentMessage(first), repeated: true };
    }
    allow(maySend(tx.actor, conversation, ticket?.status ?? null), "conversation_closed");
    if (author.kind === "agent") await takeOver(tx, conversation);
    if (author.kind === "contact") {
      await comeBack(tx, conversation);
      if (assignee && conversation.handling === "agent") await returnLater(tx, assignee);
    }
    const row = await appendMessage(tx, conversation, { author, ...input });
    if (author.kind === "contact" && conversation.handling === "bot") {
      await tx.enqueue(answerMessage, { messageId: row.id });
    }
    await tellConversation(tx, conversationId);
    return { value: presentMessage(row), repeated: false };
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
async function takeOver(tx: Tx, conversation: ConversationRow): Promise<void> {
  if (tx.actor.kind !== "agent" || conversation.handling === "agent") return;
  await moveConversation(tx, conversation, {
    handling: "agent",
    assigneeId: tx.actor.agentId,
    activity: { name: "claimed", agentName: tx.actor.name },
    event: "conversation.assigned",
  });
}

/** A contact who writes about a resolved ticket reopens it, and a closed conversation waits for an agent again. */
async function comeBack(tx: Tx, conversation: ConversationRow): Promise<void> {
  if (conversation.handling === "closed") {
    await moveConversation(tx, conversation, {
      handling: "queue",
      assigneeId: null,
      activity: { name: "reopened" },
      event: "conversation.reopened",
    });
  }
  if (conversation.ticketId) await reopenTicket(tx, conversation.ticketId);
}
