import type { Conversation, Message, PlaceUpdate, QueuePlace, TeamConversation, TeamEvents } from "@deskbell/contract";

type AnyConversation = Conversation | TeamConversation;

/** Events are hints: the later state wins, and an equally old one is taken from the last teller. */
export function newer<T extends { updatedAt: string }>(known: NoInfer<T> | null | undefined, incoming: T): T {
  return known && Date.parse(incoming.updatedAt) < Date.parse(known.updatedAt) ? known : incoming;
}

/** The later of two, never unreading or forgetting a message: these may come ahead of the rest. */
export function newerConversation<C extends AnyConversation>(known: C | null | undefined, incoming: C): C {
  if (!known) return incoming;
  const latest = incoming.lastSeq < known.lastSeq ? known : newer(known, incoming);
  return {
    ...latest,
    contactReadSeq: Math.max(known.contactReadSeq, incoming.contactReadSeq),
    agentReadSeq: Math.max(known.agentReadSeq, incoming.agentReadSeq),
    contactDeliveredSeq: Math.max(known.contactDeliveredSeq, incoming.contactDeliveredSeq),
    agentDeliveredSeq: Math.max(known.agentDeliveredSeq, incoming.agentDeliveredSeq),
    ...("queue" in known && "queue" in incoming && { queue: laterPlace(latest, known.queue, incoming.queue) }),
  };
}

/** Places are told apart from the rest: the later one holds, as long as the conversation waits. */
function laterPlace(
  { handling }: AnyConversation,
  known: QueuePlace | null,
  incoming: QueuePlace | null,
): QueuePlace | null {
  if (handling !== "queue") return null;
  return known && incoming ? newer(known, incoming) : (incoming ?? known);
}

/**
 * The conversation once `message` is in it, whose author has read what stands before: all that changes by one that was sent. `message.created` is
 * all that tells of it.
 */
export function withMessage<C extends AnyConversation>(conversation: C, message: Message): C {
  const { seq, author, createdAt } = message;
  const isPerson = author.kind === "contact" || author.kind === "agent";
  const known = isPerson ? withRead(conversation, author.kind === "agent" ? "team" : "contact", seq) : conversation;
  if (seq <= known.lastSeq) return known;
  const { updatedAt } = newer(known, { updatedAt: createdAt });
  return { ...known, lastSeq: seq, lastMessage: message, updatedAt };
}

/** The conversation once `message` in it was edited or deleted. */
export function withChange<C extends AnyConversation>(conversation: C, message: Message): C {
  if (message.changeSeq <= conversation.lastChangeSeq) return conversation;
  const { updatedAt } = newer(conversation, { updatedAt: message.deletedAt ?? message.editedAt ?? message.createdAt });
  const lastMessage = conversation.lastMessage?.seq === message.seq ? message : conversation.lastMessage;
  return { ...conversation, lastMessage, lastChangeSeq: message.changeSeq, updatedAt };
}

/** The conversation once one side has read up to `seq`: what was read has arrived. */
export function withRead<C extends AnyConversation>(conversation: C, reader: "contact" | "team", seq: number): C {
  const key = reader === "contact" ? "contactReadSeq" : "agentReadSeq";
  const arrived = withDelivered(conversation, reader, seq);
  return seq > conversation[key] ? { ...arrived, [key]: seq } : arrived;
}

/** The conversation once everything up to `seq` has arrived at one side. */
function withDelivered<C extends AnyConversation>(conversation: C, receiver: "contact" | "team", seq: number): C {
  const key = receiver === "contact" ? "contactDeliveredSeq" : "agentDeliveredSeq";
  return seq > conversation[key] ? { ...conversation, [key]: seq } : conversation;
}

/** What is told of a conversation without telling the whole of it. */
type Facts = Pick<TeamEvents, "message.created" | "message.updated" | "read" | "delivered"> & {
  "place.updated": PlaceUpdate;
};

/** How each fact moves its conversation on. */
const moves: { [E in keyof Facts]: <C extends AnyConversation>(conversation: C, fact: Facts[E]) => C } = {
  "message.created": withMessage,
  "message.updated": withChange,
  read: (conversation, { reader, seq }) => withRead(conversation, reader, seq),
  delivered: (conversation, { receiver, seq }) => withDelivered(conversation, receiver, seq),
  // Only contacts are told theirs.
  "place.updated": (conversation, { queue }) =>
    "queue" in conversation
      ? { ...conversation, queue: laterPlace(conversation, conversation.queue, queue) }
      : conversation,
};

/** What a fact, if it is one, does to the conversation that it names. */
export function moveOf<C extends AnyConversation>(event: string, fact: object): ((conversation: C) => C) | null {
  const move = (moves as Record<string, (conversation: C, fact: object) => C>)[event];
  return move ? (conversation) => move(conversation, fact) : null;
}
