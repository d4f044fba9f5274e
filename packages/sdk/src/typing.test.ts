import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTypingSender, createTypingWatch } from "./typing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const typing = (id: string, is = true) => ({
  conversationId: "c",
  author: { kind: "agent" as const, id, name: id },
  typing: is,
});

test("many keystrokes make one signal every three seconds, and one when it stops", () => {
  const sent: boolean[] = [];
  const sender = createTypingSender((is) => sent.push(is));
  for (let keystroke = 0; keystroke < 40; keystroke++) {
    sender.set(true);
    vi.advanceTimersByTime(100);
  }
  expect(sent).toEqual([true, true]);
  sender.set(false);
  sender.set(false);
  expect(sent).toEqual([true, true, false]);
});

test("who writes fades after six seconds without a repeat", () => {
  const shown: (string | null)[] = [];
  const watch = createTypingWatch((author) => shown.push(author?.id ?? null));
  watch.hear(typing("ada"));
  vi.advanceTimersByTime(5_000);
  watch.hear(typing("ada"));
  vi.advanceTimersByTime(5_999);
  expect(shown).toEqual(["ada", "ada"]);
  vi.advanceTimersByTime(1);
  expect(shown).toEqual(["ada", "ada", null]);
});

test("only who is shown can be said to have stopped", () => {
  const show = vi.fn();
  const watch = createTypingWatch(show);
  watch.hear(typing("ada"));
  watch.hear(typing("bob", false));
  expect(show).toHaveBeenCalledTimes(1);
  watch.hear(typing("ada", false));
  expect(show).toHaveBeenLastCalledWith(null);
});
