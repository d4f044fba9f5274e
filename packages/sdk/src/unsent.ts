import { createClientId } from "./client-id.ts";
import { createNewLane, isNewLane } from "./lane.ts";
import { createOutboxStore, type OutboxItem } from "./outbox-store.ts";
import type { KeyValueStore } from "./storage.ts";

/** Where a channel's unsent messages are kept. */
export const outboxKey = (channelKey: string): string => `deskbell:${channelKey}:outbox`;

/** What was sent before there is a client, for instance while its code is on the way. */
export interface Unsent {
  /** Keeps words for a conversation; `null`: a new one. The client made next with the same storage and channel sends them. */
  add(conversationId: string | null, body: string): void;
  /** What is kept for it, the oldest first. */
  of(conversationId: string | null): readonly Pick<OutboxItem, "clientId" | "body">[];
}

export function createUnsent(storage: KeyValueStore, channelKey: string): Unsent {
  const store = createOutboxStore(storage, outboxKey(channelKey));
  // As `thread(null)` does: what waits to begin a conversation begins one.
  const laneOf = (conversationId: string | null) =>
    conversationId ?? store.items().find((item) => isNewLane(item.lane))?.lane;
  return {
    add(conversationId, body) {
      store.add({
        clientId: createClientId(),
        lane: laneOf(conversationId) ?? createNewLane(),
        of: "message",
        body,
        createdAt: new Date().toISOString(),
        owner: null,
        handoff: false,
        refusal: null,
      });
    },
    of(conversationId) {
      const lane = laneOf(conversationId);
      return store.items().filter((item) => item.lane === lane);
    },
  };
}
