import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeskbellError } from "./deskbell-error.ts";
import { createReceipts, type Receipt } from "./receipts.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = (code: "forbidden" | "unavailable" | "not_found", status: number) =>
  new DeskbellError({ code, message: "", status, requestId: null, fields: {} });

function receiptsOf(fate: () => DeskbellError | null = () => null) {
  const sent: Receipt[][] = [];
  const receipts = createReceipts({
    pause: () => 1000,
    send: async (list) => {
      sent.push(list);
      const error = fate();
      if (error) throw error;
    },
  });
  return { sent, receipts };
}

test("whatever arrives within a second is one request, each conversation once, by its latest", async () => {
  const { sent, receipts } = receiptsOf();
  for (let seq = 1; seq <= 50; seq++) receipts.received("a", seq);
  receipts.received("b", 3);
  await vi.advanceTimersByTimeAsync(1000);
  receipts.received("a", 50);
  receipts.received("a", 20);
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual([
    [
      { id: "a", seq: 50 },
      { id: "b", seq: 3 },
    ],
  ]);
});

test("what another has said already is not said again", async () => {
  const { sent, receipts } = receiptsOf();
  receipts.received("a", 5);
  receipts.received("b", 5);
  receipts.known("a", 7);
  receipts.known("b", 4);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([[{ id: "b", seq: 5 }]]);
});

test("more than a hundred conversations are told a hundred a second", async () => {
  const { sent, receipts } = receiptsOf();
  for (let n = 0; n < 250; n++) receipts.received(`${n}`, 1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent.map((list) => list.length)).toEqual([100, 100, 50]);
});

test("trouble on the way waits for what arrives next, a no for good is the end of it", async () => {
  let error: DeskbellError | null = refusal("unavailable", 503);
  const { sent, receipts } = receiptsOf(() => error);
  receipts.received("a", 1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  error = null;
  receipts.received("a", 1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(2);
  error = refusal("not_found", 404);
  receipts.received("gone", 1);
  await vi.advanceTimersByTimeAsync(1000);
  receipts.received("gone", 1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(3);
  error = refusal("forbidden", 403);
  receipts.received("b", 1);
  await vi.advanceTimersByTimeAsync(1000);
  receipts.received("b", 2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent, "who may only look falls silent").toHaveLength(4);
});
