import type { Author, Message, Note } from "@deskbell/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeNotes, weave } from "./notes.ts";
import type { PendingItem } from "./thread-state.ts";
import { contiguousSeq, hasOlder, mergeMessages, toItem, withPending } from "./timeline.ts";

const author: Author = { kind: "contact", id: "c", name: null, avatarUrl: null };
const message = (seq: number): Message => ({
  ...{ id: `m${seq}`, conversationId: "x", seq, clientId: `client-${seq}`, author, body: `${seq}` },
  ...{
    payload: null,
    attachments: [],
    createdAt: "2026-01-01T00:00:00Z",
    changeSeq: 0,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
  },
});
const note = (number: number, afterSeq: number): Note => ({
  ...{ id: `n${number}`, conversationId: "x", clientId: `note-${number}`, afterSeq, author, body: "" },
  createdAt: new Date(number).toISOString(),
});
const pending = (clientId: string): PendingItem => ({
  ...{
    kind: "pending",
    of: "message",
    payload: null,
    clientId,
    body: "",
    attachments: [],
    createdAt: "",
    state: "sending",
    error: null,
  },
});

/** Messages 1…n told in any order, in pieces, some of them more than once. */
const tellings = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.tuple(
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index + 1),
        { minLength: count },
      ),
      fc.array(fc.integer({ min: 1, max: count })),
      fc.integer({ min: 1, max: 7 }),
    ),
  )
  .map(([order, repeats, piece]) => {
    const seqs = [...order, ...repeats].map(message);
    return Array.from({ length: Math.ceil(seqs.length / piece) }, (_, index) =>
      seqs.slice(index * piece, (index + 1) * piece),
    );
  });

test("whatever the order and however often, the thread ends the same: each message once, by seq", () => {
  fc.assert(
    fc.property(tellings, (pieces) => {
      const merged = pieces.reduce<readonly Message[]>(mergeMessages, []);
      const count = new Set(pieces.flat().map(({ seq }) => seq)).size;
      expect(merged.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(contiguousSeq(merged)).toBe(count);
    }),
  );
});

test("whatever the order, each message ends in its latest state", () => {
  const states = fc.array(
    fc.record({ seq: fc.integer({ min: 1, max: 6 }), changeSeq: fc.integer({ min: 0, max: 9 }) }),
  );
  fc.assert(
    fc.property(states, fc.integer({ min: 1, max: 5 }), (told, piece) => {
      const messages = told.map(({ seq, changeSeq }) => ({ ...message(seq), changeSeq }));
      let merged: readonly Message[] = [];
      for (let at = 0; at < messages.length; at += piece)
        merged = mergeMessages(merged, messages.slice(at, at + piece));
      for (const { seq, changeSeq } of merged)
        expect(changeSeq).toBe(Math.max(...told.filter((each) => each.seq === seq).map((each) => each.changeSeq)));
    }),
  );
});

test("what is already known changes nothing, not even the array", () => {
  fc.assert(
    fc.property(tellings, (pieces) => {
      const merged = pieces.reduce<readonly Message[]>(mergeMessages, []);
      for (const piece of pieces) expect(mergeMessages(merged, piece)).toBe(merged);
    }),
  );
});

test("nothing is missing up to the contiguous seq, and the one after it is not known", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (seqs) => {
      const messages = mergeMessages([], seqs.map(message));
      const first = Math.min(...seqs);
      const last = contiguousSeq(messages);
      for (let seq = first; seq <= last; seq++) expect(seqs).toContain(seq);
      expect(seqs).not.toContain(last + 1);
      expect(hasOlder(messages)).toBe(first > 1);
    }),
  );
});

test("every note stands after its message and before the next one", () => {
  const notes = fc.array(fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(notes, fc.integer({ min: 0, max: 12 }), (afterSeqs, count) => {
      const all = mergeNotes([], afterSeqs.map((afterSeq, index) => note(index, afterSeq)).reverse());
      const messages = Array.from({ length: count }, (_, index) => message(index + 1));
      let seq = 0;
      const shown = weave(messages, all);
      for (const item of shown) {
        if (item.kind === "message") seq = item.message.seq;
        if (item.kind === "note") expect(Math.min(item.note.afterSeq, count)).toBe(seq);
      }
      expect(shown).toHaveLength(count + afterSeqs.length);
    }),
  );
});

test("a note further back than the loaded messages waits for them", () => {
  const items = weave([message(5), message(6)], mergeNotes([], [note(1, 2), note(2, 5)]));
  expect(items.map((item) => item.kind)).toEqual(["message", "note", "message"]);
});

test("what is pending stands last, and not at all once it is stored", () => {
  const items = withPending(weave([message(1)], [note(1, 1)]), [
    pending("client-1"),
    pending("note-1"),
    pending("new"),
  ]);
  expect(items.map((item) => item.kind)).toEqual(["message", "note", "pending"]);
});

test("a row that did not change is the same object", () => {
  const first = message(1);
  expect(weave([first, message(2)], [])[0]).toBe(toItem(first));
});
