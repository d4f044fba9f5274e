import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, expectedWait, paceOf } from "./expected-wait.ts";

const minute = 60_000;
const now = 1_000 * minute;
/** One after the other, `everyMs` apart, the last one just now. */
const answers = (count: number, everyMs: number, waitedMs: number): Answer[] =>
  Array.from({ length: count }, (_, n) => ({ at: now - n * everyMs, waitedMs }));

describe("how long a place takes", () => {
  it.each<[string, Answer[], number | null]>([
    ["nothing is known of no answers", [], null],
    ["nor of four", answers(4, minute, minute), null],
    ["in a quiet queue it is the wait itself", answers(6, 30 * minute, 2 * minute), 2 * minute],
    ["in a busy one it is the time between two answers", answers(30, 3 * minute, 9 * minute), 3 * minute],
    ["one who was forgotten does not count", [...answers(7, 30 * minute, minute), { at: now, waitedMs: 1e9 }], minute],
  ])("%s", (_, given, pace) => expect(paceOf(given, now, now)).toBe(pace));

  it("is unknown when the queue stands still, and known as long as it does not", () => {
    const known = answers(10, minute, minute);
    expect(paceOf(known, now - 30 * minute, now)).toBe(minute);
    expect(paceOf(known, now - 30 * minute, now + 4 * minute)).toBe(minute);
    expect(paceOf(known, now - 30 * minute, now + 4 * minute + 1)).toBeNull();
    // Nobody waited in between: a quiet hour is no standstill.
    expect(paceOf(known, now + 60 * minute, now + 60 * minute)).toBe(minute);
  });
});

describe("the expected wait", () => {
  it("is whole minutes, at least one, or unknown", () => {
    expect([1, 2, 5].map((position) => expectedWait(50_000, position))).toEqual([60, 120, 300]);
    expect(expectedWait(0, 1)).toBe(60);
    expect(expectedWait(null, 1)).toBeNull();
  });

  it("is never shorter further back", () => {
    const answer = fc.record({ at: fc.integer({ min: 0, max: now }), waitedMs: fc.integer({ min: 0, max: 1e7 }) });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 40 }), fc.integer({ min: 1, max: 500 }), (given, at) => {
        const pace = paceOf(given, null, now);
        expect(expectedWait(pace, at + 1)).toBeGreaterThanOrEqual(expectedWait(pace, at) ?? Number.NaN);
      }),
    );
  });
});
