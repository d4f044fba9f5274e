import { createClientId } from "./client-id.ts";
import { createNewLane, isNewLane } from "./lane.ts";
import type { KeyValueStore } from "./storage.ts";

/** Something sent before there is a client, as it is kept. */
export interface UnsentItem {
  clientId: string;
  lane: string;
  body: string;
  createdAt: string;
}

/** What was sent before there is a client, for instance while its code is on the way. */
export interface Unsent {
  /** Keeps words for a conversation; `null`: a new one. The client made next with the same storage and channel sends them. */
  add(conversationId: string | null, body: string): void;
  /** What is kept for it, the oldest first. */
  of(conversationId: string | null): readonly UnsentItem[];
}

const keyOf = (channelKey: string): string => `deskbell:${channelKey}:unsent`;

export function createUnsent(storage: KeyValueStore, channelKey: string): Unsent {
  const key = keyOf(channelKey);
  const of: Unsent["of"] = (conversationId) =>
    // As `thread(null)` does: all that is to begin a conversation begins the same one.
    read(storage, key).filter(({ lane }) => (conversationId ? lane === conversationId : isNewLane(lane)));
  return {
    of,
    add(conversationId, body) {
      const item = {
        clientId: createClientId(),
        lane: conversationId ?? of(null)[0]?.lane ?? createNewLane(),
        body,
        createdAt: new Date().toISOString(),
      };
      storage.set(key, JSON.stringify([...read(storage, key), item]));
    },
  };
}

/** Hands over what is kept, with `keep`, before it is forgotten here. */
export function handOver(storage: KeyValueStore, channelKey: string, keep: (item: UnsentItem) => void): void {
  const key = keyOf(channelKey);
  for (const item of read(storage, key)) keep(item);
  storage.remove(key);
}

function read(storage: KeyValueStore, key: string): UnsentItem[] {
  try {
    return JSON.parse(storage.get(key) ?? "[]");
  } catch {
    return [];
  }
}
