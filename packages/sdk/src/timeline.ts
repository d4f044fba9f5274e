import type { Message } from "@deskbell/contract";
import type { PendingItem, StoredItem, ThreadItem } from "./thread-state.ts";

/** Law 3: by `seq`, each one once and in its latest state, whatever the order of arrival. The same array when nothing is new. */
export function mergeMessages(known: readonly Message[], incoming: readonly Message[]): readonly Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  let isNew = false;
  for (const message of incoming) {
    if ((bySeq.get(message.seq)?.changeSeq ?? -1) >= message.changeSeq) continue;
    bySeq.set(message.seq, message);
    isNew = true;
  }
  return isNew ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : known;
}

/** The `seq` up to which nothing is missing, counted from `first`: by default the oldest known message. */
export function contiguousSeq(messages: readonly Message[], first = messages[0]?.seq ?? 1): number {
  let last = first - 1;
  for (const { seq } of messages) {
    if (seq > last + 1) break;
    last = Math.max(last, seq);
  }
  return last;
}

/** `seq` starts at 1, so whatever starts later has something before it. */
export const hasOlder = (messages: readonly Message[]): boolean => (messages[0]?.seq ?? 1) > 1;

/** What a screen shows: what is stored, then what is pending and not yet among it. */
export function withPending(stored: readonly StoredItem[], pending: readonly PendingItem[]): readonly ThreadItem[] {
  const known = new Set(stored.map((item) => (item.kind === "note" ? item.note : item.message).clientId));
  return [...stored, ...pending.filter((item) => !known.has(item.clientId))];
}

const itemsOf = new WeakMap<Message, StoredItem>();

/** The same item for the same message, so that rows which did not change are not drawn again. */
export function toItem(message: Message): StoredItem {
  const item = itemsOf.get(message) ?? { kind: "message", message };
  itemsOf.set(message, item);
  return item;
}
