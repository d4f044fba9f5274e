import type { EditMessage, Message } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { getConversationView, lockConversation } from "../conversations/index.ts";
import { authorOf } from "./author-of.ts";
import { changeMessage } from "./change-message.ts";
import { isInTime, mayEdit } from "./policy.ts";
import { presentMessage } from "./present.ts";
import { getMessage, isAuthor } from "./queries.ts";

/** Replaces what a message says; the same text again changes nothing. The former text stays readable for the team. */
export function editMessage(
  ctx: Context,
  conversationId: string,
  messageId: string,
  { body }: EditMessage,
): Promise<Message> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const message = await getMessage(tx, conversationId, messageId);
    allow(mayEdit(message, await isAuthor(tx, message)), "forbidden");
    allow(message.deletedAt === null, "message_deleted");
    if (message.body === body) return presentMessage(message);
    allow(tx.actor.kind !== "contact" || conversation.handling !== "closed", "conversation_closed");
    allow(isInTime(tx.actor, message, tx.now), "change_too_late");
    const { contact } = await getConversationView(tx, conversationId);
    return changeMessage(tx, conversation, message, authorOf(tx.actor, contact), { kind: "edited", body });
  });
}
