import type { Message } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { getConversationView, lockConversation } from "../conversations/index.ts";
import { authorOf } from "./author-of.ts";
import { changeMessage } from "./change-message.ts";
import { isInTime, mayDelete } from "./policy.ts";
import { presentMessage } from "./present.ts";
import { getMessage, isAuthor } from "./queries.ts";

/** Leaves only the message's place; again changes nothing. What it said stays readable for supervisors until they erase it. */
export function deleteMessage(ctx: Context, conversationId: string, messageId: string): Promise<Message> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const message = await getMessage(tx, conversationId, messageId);
    allow(mayDelete(tx.actor, message, await isAuthor(tx, message)), "forbidden");
    if (message.deletedAt) return presentMessage(message);
    allow(isInTime(tx.actor, message, tx.now), "change_too_late");
    const { contact } = await getConversationView(tx, conversationId);
    return changeMessage(tx, conversation, message, authorOf(tx.actor, contact), { kind: "deleted" });
  });
}
