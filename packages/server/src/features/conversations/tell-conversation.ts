import type { Tx } from "../../transact.ts";
import { presentConversation, presentTeamConversation } from "./present.ts";
import { type ConversationView, countQueue, getConversationView } from "./queries.ts";

/** Tells both sides how the conversation now stands, and gives it back for the answer. */
export async function tellConversation(tx: Tx, id: string): Promise<ConversationView> {
  const view = await getConversationView(tx, id);
  tellConversationView(tx, view);
  return view;
}

/** For who has it at hand, as it stands after their last change. */
export function tellConversationView(tx: Tx, view: ConversationView): void {
  tx.tell.contact(view.conversation.contactId, "conversation.updated", presentConversation(view));
  tx.tell.team("conversation.updated", presentTeamConversation(view));
}

/** After anything that changes who waits: tells the team the new counts. */
export async function tellQueue(tx: Tx): Promise<void> {
  const { mine: _, ...counts } = await countQueue(tx);
  tx.tell.team("queue.updated", counts);
}
