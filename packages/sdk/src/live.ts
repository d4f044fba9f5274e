import type { Conversation, PlaceUpdate, TeamConversation, TeamEvents } from "@deskbell/contract";
import { createEmitter } from "./emitter.ts";

/** Facts as threads and lists hear them: from the socket, and from answers to this side's own requests. */
export type LiveEvents<C> = Omit<TeamEvents, "conversation.updated" | "ticket.updated"> & {
  "conversation.updated": C;
  "place.updated": PlaceUpdate;
};

export interface Live<C> {
  on<E extends keyof LiveEvents<C>>(event: E, handler: (payload: LiveEvents<C>[E]) => void): () => void;
  tell<E extends keyof LiveEvents<C>>(event: E, payload: LiveEvents<C>[E]): void;
  applyConversation(conversation: C): void;
  /** `changed`: the conversations in which something was missed, or `null` when that may be any. */
  onResync(handler: (changed: ReadonlySet<string> | null) => void): () => void;
  resync(changed: ReadonlySet<string> | null): void;
  signal(event: "typing" | "viewing", payload: object): void;
}

export function createLive<C extends Conversation | TeamConversation>(
  signal: (event: string, payload: object) => void,
): Live<C> {
  const facts = createEmitter<LiveEvents<C>>();
  const resyncs = createEmitter<{ resync: ReadonlySet<string> | null }>();
  return {
    on: facts.on,
    tell: facts.emit,
    applyConversation: (conversation) =>
      facts.emit("conversation.updated", conversation as LiveEvents<C>["conversation.updated"]),
    onResync: (handler) => resyncs.on("resync", handler),
    resync: (changed) => resyncs.emit("resync", changed),
    signal,
  };
}
