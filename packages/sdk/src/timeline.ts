import type { Message, Note } from "@deskbell/contract";
import type { PendingItem, ThreadItem } from "./thread-state.ts";

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

/** Each one once, in the order they stand in the thread. The same array when nothing is new. */
export function mergeNotes(known: readonly Note[], incoming: readonly Note[]): readonly Note[] {
  const ids = new Set(known.map((note) => note.id));
  const fresh = incoming.filter((note) => !ids.has(note.id) && ids.add(note.id));
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort(
    (a, b) => a.afterSeq - b.afterSeq || compare(a.createdAt, b.createdAt) || compare(a.id, b.id),
  );
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

/** What a screen shows: messages by `seq`, notes after theirs, then what is pending and not yet among them. */
export function toItems(
  messages: readonly Message[],
  notes: readonly Note[],
  pending: readonly PendingItem[],
): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  const stored = new Set<string | null>();
  // A note further back than what is loaded comes with the messages around it.
  let next = hasOlder(messages) ? notes.findIndex((note) => note.afterSeq >= (messages[0]?.seq ?? 0)) : 0;
  if (next < 0) next = notes.length;
  const addNotesBefore = (seq: number) => {
    for (let note = notes[next]; note && note.afterSeq < seq; note = notes[++next]) {
      items.push(itemOf("note", note));
      stored.add(note.clientId);
    }
  };
  for (const message of messages) {
    addNotesBefore(message.seq);
    items.push(itemOf("message", message));
    stored.add(message.clientId);
  }
  addNotesBefore(Number.POSITIVE_INFINITY);
  return [...items, ...pending.filter((item) => !stored.has(item.clientId))];
}

/** The same item for the same message, so that rows which did not change are not drawn again. */
function itemOf(kind: "message", message: Message): ThreadItem;
function itemOf(kind: "note", note: Note): ThreadItem;
function itemOf(kind: "message" | "note", entity: Message | Note): ThreadItem {
  const known = itemsOf.get(entity);
  if (known) return known;
  const item = { kind, [kind]: entity } as unknown as ThreadItem;
  itemsOf.set(entity, item);
  return item;
}

const itemsOf = new WeakMap<Message | Note, ThreadItem>();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
