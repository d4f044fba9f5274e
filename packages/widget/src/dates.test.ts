import { expect, test } from "vitest";
import { dayOf } from "./dates.ts";
import { agoOf } from "./far-dates.ts";

const now = new Date("2026-11-20T12:00:00");
const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
const hour = 3_600_000;

test("days are named as people name them", () => {
  expect(dayOf("en", before(hour), now)).toBe("Today");
  expect(dayOf("en", before(13 * hour), now)).toBe("Yesterday");
  expect(dayOf("de", before(13 * hour), now)).toBe("Gestern");
  expect(dayOf("en", before(72 * hour), now)).toMatch(/Tuesday/);
});

test("a clock that is wrong does not speak of the future", () => {
  expect(agoOf("en", before(-5 * hour), now.getTime())).toBe(agoOf("en", before(0), now.getTime()));
});

test("how long ago is said shortly", () => {
  expect(agoOf("en", before(5 * 60_000), now.getTime())).toMatch(/^5\s?m/);
  expect(agoOf("en", before(30 * 24 * hour), now.getTime())).toBe("Oct 21");
});
