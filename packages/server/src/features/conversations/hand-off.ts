import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { moveConversation } from "./move-conversation.ts";
import { mayHandOff } from "./policy.ts";
import { type ConversationView, getConversationView, lockConversation } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";

/** Asks for a person: the bot falls silent and the conversation waits in the queue. Asking again changes nothing. */
export function handOff(ctx: Context | Tx, conversationId: string): Promise<ConversationView> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    allow(mayHandOff(conversation), "conversation_closed");
    if (conversation.handling !== "bot") return getConversationView(tx, conversationId);
    await moveConversation(tx, conversation, {
      handling: "queue",
      assigneeId: null,
      activity: { name: "handed_off" },
      event: "conversation.queued",
    });
    return tellConversation(tx, conversationId);
  });
}
