import type { Conversation, Message, TeamConversation } from "@deskbell/contract";

/** How far a stored message has got on the other side. One that is still in the outbox has a state of its own. */
export type Delivery = "sent" | "delivered" | "read";

/** A contact's message goes to the team, everybody else's to the contact. */
export function deliveryOf(message: Message, conversation: Conversation | TeamConversation | null): Delivery {
  const toTeam = message.author.kind === "contact";
  const { agentReadSeq = 0, agentDeliveredSeq = 0, contactReadSeq = 0, contactDeliveredSeq = 0 } = conversation ?? {};
  if ((toTeam ? agentReadSeq : contactReadSeq) >= message.seq) return "read";
  return (toTeam ? agentDeliveredSeq : contactDeliveredSeq) >= message.seq ? "delivered" : "sent";
}
