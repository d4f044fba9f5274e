import type { Attachment, OfferInput, PreChatAnswers, ProactiveOpening, ResponseInput } from "@deskbell/contract";
import type { DeskbellErrorDetails } from "./deskbell-error.ts";
import type { KeyValueStore } from "./storage.ts";

/** Something typed, as it is kept. */
export interface OutboxItem {
  clientId: string;
  /** A conversation's id, or `new:` and the clientId of one that does not exist yet. Sent in order within a lane. */
  lane: string;
  of: "message" | "note";
  body: string;
  /** Structured content beside the text; older versions kept none. */
  payload?: ResponseInput | OfferInput;
  /** Files that the server has already. */
  attachments?: readonly Attachment[];
  createdAt: string;
  /** Whose words these are (a contact's or agent's id); `null` until the first session. */
  owner: string | null;
  /** Starts its conversation in the queue. */
  handoff: boolean;
  /** Goes with the first message of a new conversation, where the channel asks something first. */
  answers?: PreChatAnswers;
  /** What the first message of a new conversation answers. */
  proactive?: ProactiveOpening;
  /** Why it was refused; `null` while it is to be sent. */
  refusal: DeskbellErrorDetails | null;
}

interface Box {
  items: OutboxItem[];
  /** Ids of the last ones stored or discarded, so that no page brings them back. */
  settled: string[];
}

export interface OutboxStore {
  items(): readonly OutboxItem[];
  add(item: OutboxItem): void;
  change(where: (item: OutboxItem) => boolean, changes: Partial<OutboxItem>): void;
  settle(where: (item: OutboxItem) => boolean): void;
}

const SETTLED_KEPT = 200;

/**
 * Pages of one site share the storage, and two that write at the same instant may undo each other. So each page also
 * holds what was typed in it, and puts it back until it is known to be settled.
 */
export function createOutboxStore(storage: KeyValueStore, key: string): OutboxStore {
  const own = new Map<string, OutboxItem>();

  function read(): Box {
    const box = parseBox(storage.get(key));
    const kept = new Map(box.items.map((item) => [item.clientId, item]));
    for (const [clientId, item] of own) {
      if (box.settled.includes(clientId)) own.delete(clientId);
      else if (kept.has(clientId)) own.set(clientId, kept.get(clientId) ?? item);
      else box.items.push(item);
    }
    return box;
  }

  function write(box: Box): void {
    for (const item of box.items) if (own.has(item.clientId)) own.set(item.clientId, item);
    storage.set(key, JSON.stringify({ items: box.items, settled: box.settled.slice(-SETTLED_KEPT) }));
  }

  return {
    items: () => read().items,
    add(item) {
      const box = read();
      own.set(item.clientId, item);
      write({ ...box, items: [...box.items, item] });
    },
    change(where, changes) {
      const box = read();
      write({ ...box, items: box.items.map((item) => (where(item) ? { ...item, ...changes } : item)) });
    },
    settle(where) {
      const box = read();
      const settled = box.items.filter(where).map((item) => item.clientId);
      for (const clientId of settled) own.delete(clientId);
      write({ items: box.items.filter((item) => !where(item)), settled: [...box.settled, ...settled] });
    },
  };
}

function parseBox(text: string | null): Box {
  try {
    const box = JSON.parse(text ?? "null") as Partial<Box> | null;
    if (Array.isArray(box?.items) && Array.isArray(box.settled)) return { items: box.items, settled: box.settled };
  } catch {
    return { items: [], settled: [] };
  }
  return { items: [], settled: [] };
}
