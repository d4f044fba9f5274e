import type { Message, Note } from "@deskbell/contract";
import type { StoredItem } from "./thread-state.ts";
import { hasOlder, toItem } from "./timeline.ts";

/** The notes of an agent's thread. */
export interface Notes {
  hear(incoming: readonly Note[]): void;
  /** All of them; what it answers with hears them. */
  fetch(id: string): Promise<() => void>;
  /** Messages by `seq`, each note after the message it belongs to. */
  weave(messages: readonly Message[]): readonly StoredItem[];
  forget(): void;
}

export function createNotes(list: (id: string) => Promise<Note[]>): Notes {
  let notes: readonly Note[] = [];
  const hear = (incoming: readonly Note[]) => {
    notes = mergeNotes(notes, incoming);
  };
  return {
    hear,
    async fetch(id) {
      const all = await list(id);
      return () => hear(all);
    },
    weave: (messages) => weave(messages, notes),
    forget() {
      notes = [];
    },
  };
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

export function weave(messages: readonly Message[], notes: readonly Note[]): readonly StoredItem[] {
  const items: StoredItem[] = [];
  // A note further back than what is loaded comes with the messages around it.
  let next = hasOlder(messages) ? notes.findIndex((note) => note.afterSeq >= (messages[0]?.seq ?? 0)) : 0;
  if (next < 0) next = notes.length;
  const addNotesBefore = (seq: number) => {
    for (let note = notes[next]; note && note.afterSeq < seq; note = notes[++next]) items.push(noteItem(note));
  };
  for (const message of messages) {
    addNotesBefore(message.seq);
    items.push(toItem(message));
  }
  addNotesBefore(Number.POSITIVE_INFINITY);
  return items;
}

const itemsOf = new WeakMap<Note, StoredItem>();

function noteItem(note: Note): StoredItem {
  const item = itemsOf.get(note) ?? { kind: "note", note };
  itemsOf.set(note, item);
  return item;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
