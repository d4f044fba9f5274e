import type { Page, PageQuery } from "@deskbell/contract";
import { expect, test, vi } from "vitest";
import { localError } from "./deskbell-error.ts";
import { newer } from "./freshness.ts";
import { createLiveList } from "./live-list.ts";

interface Row {
  id: string;
  updatedAt: string;
  name: string;
}
const row = (id: string, second: number, name = id): Row => ({
  id,
  name,
  updatedAt: new Date(second * 1000).toISOString(),
});
const page = (data: Row[], nextCursor: string | null = null): Page<Row> => ({ data, nextCursor });

function listOf(list: (query: PageQuery) => Promise<Page<Row>>) {
  return createLiveList<Row>({ list, id: ({ id }) => id, merge: newer });
}
const names = (list: ReturnType<typeof listOf>) => list.get().items.map(({ name }) => name);

test("it goes from idle over loading to ready, the latest change first", async () => {
  const list = listOf(async () => page([row("a", 1), row("b", 2)]));
  expect(list.get().status).toBe("idle");
  const loading = list.load();
  expect(list.get().status).toBe("loading");
  await loading;
  expect(list.get()).toMatchObject({ status: "ready", error: null, hasMore: false });
  expect(names(list)).toEqual(["b", "a"]);
});

test("an event never overwrites a newer state, whichever comes first", async () => {
  const list = listOf(async () => page([row("a", 5, "fetched")]));
  list.apply(row("a", 9, "later event"));
  await list.load();
  expect(names(list)).toEqual(["later event"]);
  list.apply(row("a", 4, "old event"));
  expect(names(list)).toEqual(["later event"]);
  list.apply(row("b", 10, "new row"));
  expect(names(list)).toEqual(["new row", "later event"]);
});

test("a refresh keeps the pages already read, and the way to the next", async () => {
  const pages: Record<string, Page<Row>> = {
    first: page([row("c", 3)], "second"),
    second: page([row("b", 2)], "third"),
    third: page([row("a", 1)]),
  };
  const list = listOf(async ({ cursor = "first" }) => pages[cursor] ?? page([]));
  await list.load();
  await list.loadMore();
  await list.load();
  expect(names(list)).toEqual(["c", "b"]);
  expect(list.get().hasMore).toBe(true);
  await list.loadMore();
  await list.loadMore();
  expect(names(list)).toEqual(["c", "b", "a"]);
  expect(list.get().hasMore).toBe(false);
});

test("a failure is told and keeps what was there", async () => {
  let fails = false;
  const list = listOf(async () => {
    if (fails) throw new Error("broken");
    return page([row("a", 1)]);
  });
  await list.load();
  fails = true;
  await list.load();
  expect(list.get()).toMatchObject({ status: "error", error: { code: "internal" }, items: [{ id: "a" }] });
});

test("after a temporary failure it tries again by itself, until it is stopped", async () => {
  vi.useFakeTimers();
  try {
    const fetch = vi.fn(async () => page([row("a", 1)]));
    const isAway = localError("network");
    fetch.mockRejectedValueOnce(isAway);
    const list = listOf(fetch);
    await list.load();
    expect(list.get()).toMatchObject({ status: "error", error: { code: "network" } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(list.get()).toMatchObject({ status: "ready", error: null, items: [{ id: "a" }] });
    fetch.mockRejectedValue(isAway);
    await list.load();
    list.stop();
    const asked = fetch.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(asked);
  } finally {
    vi.useRealTimers();
  }
});

test("calls at the same time share one request, and a refresh asks only where somebody looked", async () => {
  const fetch = vi.fn(async () => page([]));
  const list = listOf(fetch);
  list.refresh();
  expect(fetch).not.toHaveBeenCalled();
  await Promise.all([list.load(), list.load()]);
  expect(fetch).toHaveBeenCalledTimes(1);
  list.refresh();
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
});

test("after a reset, an answer that was under way is not shown to somebody else", async () => {
  const answer = Promise.withResolvers<Page<Row>>();
  const list = listOf(() => answer.promise);
  const loading = list.load();
  list.reset();
  answer.resolve(page([row("secret", 1)]));
  await loading;
  expect(list.get()).toEqual({ status: "idle", items: [], error: null, hasMore: false });
});

test("what rises from further down than has been read is fetched, and what only changes there is not", async () => {
  const fetch = vi.fn(async () => page([row("b", 2)], "further"));
  const list = listOf(fetch);
  list.change("a", (known) => known);
  await list.load();
  list.change("b", (known) => known, true);
  list.change("a", (known) => known);
  expect(fetch).toHaveBeenCalledTimes(1);
  fetch.mockResolvedValue(page([row("a", 3), row("b", 2)], "further"));
  list.change("a", (known) => known, true);
  await list.load();
  expect(names(list)).toEqual(["a", "b"]);
});

test("what changes while it is being fetched is fetched again: the answer may be from before", async () => {
  const answer = Promise.withResolvers<Page<Row>>();
  const fetch = vi.fn(async () => page([row("a", 2)]));
  fetch.mockReturnValueOnce(answer.promise);
  const list = listOf(fetch);
  const loading = list.load();
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
  list.change("a", (known) => known);
  answer.resolve(page([row("a", 1)]));
  await loading;
  await vi.waitFor(() => expect(list.get().items).toEqual([row("a", 2)]));
});
