import { describe, expect, test } from "vitest";
import { steadyList } from "./steady-list.ts";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join("");

describe("a held list", () => {
  test("keeps its order while rows change places", () => {
    const list = steadyList(rows("a", "b", "c"), rows("c", "a", "b"), true);
    expect(ids(list.rows)).toBe("abc");
    expect(list.arrived).toBe(0);
  });

  test("shows fresh contents in the old places", () => {
    const list = steadyList([{ id: "a", n: 1 }], [{ id: "a", n: 2 }], true);
    expect(list.rows).toEqual([{ id: "a", n: 2 }]);
  });

  test("holds back what would push rows down, and counts it", () => {
    const list = steadyList(rows("a", "b"), rows("x", "a", "y", "b"), true);
    expect(ids(list.rows)).toBe("ab");
    expect(list.arrived).toBe(2);
  });

  test("adds what stands behind everything shown", () => {
    const list = steadyList(rows("a", "b"), rows("a", "b", "c", "d"), true);
    expect(ids(list.rows)).toBe("abcd");
    expect(list.arrived).toBe(0);
  });

  test("keeps the place of what has gone, and says so", () => {
    const list = steadyList(rows("a", "b", "c"), rows("a", "c"), true);
    expect(ids(list.rows)).toBe("abc");
    expect([...list.gone]).toEqual(["b"]);
  });
});

test("a list that is not held is shown as it is", () => {
  const list = steadyList(rows("a", "b"), rows("c", "b"), false);
  expect(ids(list.rows)).toBe("cb");
  expect(list.gone.size).toBe(0);
});
