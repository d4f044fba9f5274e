import { describe, expect, test } from "vitest";
import { flattenPages, mergeIntoPages, type Pages, patchPages } from "./list-pages.ts";

interface Row {
  id: string;
  n: number;
}

const pagesOf = (...pages: string[]): Pages<Row> => ({
  pages: pages.map((ids) => ({ data: [...ids].map((id) => ({ id, n: 1 })), nextCursor: null })),
  pageParams: pages.map(() => undefined),
});
const ids = (pages: Pages<Row>) =>
  flattenPages(pages)
    .map(({ id }) => id)
    .join("");

describe("merging a row into pages", () => {
  test("replaces it where it is", () => {
    const merged = mergeIntoPages(pagesOf("ab", "cd"), { id: "c", n: 2 }, true);
    expect(ids(merged)).toBe("abcd");
    expect(merged.pages[1]?.data[0]?.n).toBe(2);
  });

  test("puts a new one in front", () =>
    expect(ids(mergeIntoPages(pagesOf("ab"), { id: "x", n: 1 }, true))).toBe("xab"));

  test("takes away what no longer belongs", () =>
    expect(ids(mergeIntoPages(pagesOf("ab", "cd"), { id: "b", n: 2 }, false))).toBe("acd"));

  test("leaves alone what never belonged", () =>
    expect(ids(mergeIntoPages(pagesOf("ab"), { id: "x", n: 1 }, false))).toBe("ab"));
});

test("a row that moved between two pages is shown once", () => expect(ids(pagesOf("ab", "bc"))).toBe("abc"));

test("patching what is not there changes nothing, not even the object", () => {
  const pages = pagesOf("ab");
  expect(patchPages(pages, "x", (row) => row)).toBe(pages);
});
