import type { TeamEscalateConversation } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { handOff, lockConversation, tellConversation } from "../conversations/index.ts";
import { firstWords } from "./first-words.ts";
import { openTicket } from "./open-ticket.ts";
import { mayEscalate } from "./policy.ts";
import { getTicketView, type TicketView } from "./queries.ts";
import { tellTicket } from "./tell-ticket.ts";

/** Makes a ticket around the conversation. When it has one already, answers with that. */
export function escalateConversation(
  ctx: Context,
  conversationId: string,
  { subject, priority = "normal" }: TeamEscalateConversation,
): Promise<Created<TicketView>> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (conversation.ticketId) return { value: await getTicketView(tx, { id: conversation.ticketId }), repeated: true };
    allow(mayEscalate(tx.actor, conversation), "conversation_closed");
    const ticket = await openTicket(tx, conversation, {
      subject: subject ?? (await firstWords(tx, conversationId)),
      priority,
      source: "chat",
    });
    // Tracked work is for people: the bot has nothing more to say.
    if (conversation.handling === "bot") await handOff(tx, conversationId);
    await tellConversation(tx, conversationId);
    return { value: await tellTicket(tx, ticket.id), repeated: false };
  });
}
