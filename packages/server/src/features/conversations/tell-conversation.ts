import type { Tx } from "../../transact.ts";
import { presentConversation, presentTeamConversation } from "./present.ts";
import { type ConversationView, getConversationView } from "./queries.ts";

/**
 * Tells both sides how the conversation now stands, and gives it back for the answer. For whoever changes more of it than `appendMessage` does: what a
 * message changes, everybody sees by the message.
 */
export async function tellConversation(tx: Tx, id: string): Promise<ConversationView> {
  const view = await getConversationView(tx, id);
  tx.tell.contact(view.conversation.contactId, "conversation.updated", presentConversation(view));
  tx.tell.team("conversation.updated", presentTeamConversation(view));
  return view;
}
