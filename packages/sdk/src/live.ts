import type { Conversation, PlaceUpdate, TeamConversation, TeamEvents } from "@deskbell/contract";
import { createEmitter } from "./emitter.ts";
import { moveOf } from "./freshness.ts";

/** Facts as threads and lists hear them: from the socket, and from answers to this side's own requests. */
export type LiveEvents<C> = Omit<TeamEvents, "conversation.updated" | "ticket.updated"> & {
  "conversation.updated": C;
  "place.updated": PlaceUpdate;
};

export interface Live<C> {
  on<E extends keyof LiveEvents<C>>(event: E, handler: (payload: LiveEvents<C>[E]) => void): () => void;
  tell<E extends keyof LiveEvents<C>>(event: E, payload: LiveEvents<C>[E]): void;
  applyConversation(conversation: C): void;
  /** A conversation moved on by less than the whole of it; it `rises` in lists by a new message. */
  onMove(handler: (move: Move<C>) => void): () => void;
  /** `changed`: the conversations in which something was missed, or `null` when that may be any. */
  onResync(handler: (changed: ReadonlySet<string> | null) => void): () => void;
  resync(changed: ReadonlySet<string> | null): void;
  signal(event: "typing" | "viewing", payload: object): void;
}

export interface Move<C> {
  id: string;
  move(conversation: C): C;
  rises: boolean;
}

export function createLive<C extends Conversation | TeamConversation>(
  signal: (event: string, payload: object) => void,
): Live<C> {
  const facts = createEmitter<LiveEvents<C>>();
  const own = createEmitter<{ resync: ReadonlySet<string> | null; move: Move<C> }>();
  return {
    on: facts.on,
    tell(event, payload) {
      facts.emit(event, payload);
      const move = moveOf<C>(event, payload);
      if (move && "conversationId" in payload && payload.conversationId)
        own.emit("move", { id: payload.conversationId, move, rises: event === "message.created" });
    },
    onMove: (handler) => own.on("move", handler),
    applyConversation: (conversation) =>
      facts.emit("conversation.updated", conversation as LiveEvents<C>["conversation.updated"]),
    onResync: (handler) => own.on("resync", handler),
    resync: (changed) => own.emit("resync", changed),
    signal,
  };
}
