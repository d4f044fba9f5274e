import type { Conversation } from "@deskbell/contract";
import type { Live } from "./live.ts";
import type { LiveList } from "./live-list.ts";
import { createReceipts } from "./receipts.ts";
import type { ConversationBasics } from "./resources/conversation-basics.ts";

export interface ArrivalsConfig {
  live: Live<Conversation>;
  conversationList: LiveList<Conversation>;
  delivered: ConversationBasics["delivered"];
  isOnline(): boolean;
}

/** Tells the server what of others' words has arrived here, wherever it was heard of. */
export function createArrivals({ live, conversationList, delivered, isOnline }: ArrivalsConfig) {
  const receipts = createReceipts({
    send: (list) => Promise.all(list.map(({ id, seq }) => delivered(id, { seq }))),
    pause: () => 1000,
  });
  /** What is read without a socket has arrived as well, but then nobody waits for the mark. */
  const received = (id: string, seq: number) => {
    if (isOnline()) receipts.received(id, seq);
  };
  const note = ({ id, lastSeq, lastMessage, contactDeliveredSeq }: Conversation) => {
    receipts.known(id, contactDeliveredSeq);
    if (lastMessage && lastMessage.author.kind !== "contact") received(id, lastSeq);
  };
  live.on("conversation.updated", note);
  live.on("message.created", ({ author, conversationId, seq }) => {
    if (author.kind !== "contact") received(conversationId, seq);
  });
  live.on("delivered", ({ conversationId, receiver, seq }) => {
    if (receiver === "contact") receipts.known(conversationId, seq);
  });
  conversationList.subscribe(({ items }) => items.forEach(note));
  return { received, clear: receipts.clear };
}
