import { describe, expect, test } from "vitest";
import { text } from "../text/text.ts";
import { dayKey, dayName, shortAgo } from "./relative-time.ts";

const now = new Date(2026, 10, 20, 12, 0).getTime();
const ago = (ms: number) => shortAgo(new Date(now - ms).toISOString(), now);
const minute = 60_000;

describe("how long ago", () => {
  test.each([
    [0, text.time.now],
    [59_000, text.time.now],
    [minute, text.time.minutes(1)],
    [59 * minute, text.time.minutes(59)],
    [60 * minute, text.time.hours(1)],
    [24 * 60 * minute, text.time.days(1)],
    [6 * 24 * 60 * minute, text.time.days(6)],
  ])("%i ms are %s", (ms, words) => expect(ago(ms)).toBe(words));

  test("after a week it is a date", () => expect(ago(8 * 24 * 60 * minute)).toMatch(/12/));

  test("a clock that runs ahead shows no negative times", () => expect(ago(-5000)).toBe(text.time.now));
});

test("today and yesterday have names", () => {
  expect(dayName(dayKey(new Date(now).toISOString()), now)).toBe(text.time.today);
  expect(dayName("2026-11-19", now)).toBe(text.time.yesterday);
  expect(dayName("2026-11-02", now)).toMatch(/2/);
});
