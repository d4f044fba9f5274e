import type { Page } from "@deskbell/sdk/agent";
import type { InfiniteData } from "@tanstack/preact-query";

/** What the cache holds for a list that is loaded page by page. */
export type Pages<T> = InfiniteData<Page<T>>;

interface Identified {
  id: string;
}

/** All loaded rows, each once: a row may have moved between two pages while they were fetched. */
export function flattenPages<T extends Identified>(pages: Pages<T> | undefined): T[] {
  const rows = new Map<string, T>();
  for (const page of pages?.pages ?? []) for (const row of page.data) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}

/** Each place in these lists where the row stands. */
export const rowsWithId = <T extends Identified>(
  lists: [key: unknown, pages: Pages<T> | undefined][],
  id: string,
): T[] => lists.flatMap(([, pages]) => pages?.pages.flatMap(({ data }) => data.filter((row) => row.id === id)) ?? []);

/** Brings one changed row into the pages: in place where it is, in front where it is new, away where it no longer belongs. */
export function mergeIntoPages<T extends Identified>(pages: Pages<T>, row: T, belongs: boolean): Pages<T> {
  if (!belongs) return mapPages(pages, (data) => data.filter((other) => other.id !== row.id));
  if (pages.pages.some((page) => page.data.some((other) => other.id === row.id)))
    return mapPages(pages, (data) => data.map((other) => (other.id === row.id ? row : other)));
  const [first, ...rest] = pages.pages;
  if (!first) return pages;
  return { ...pages, pages: [{ ...first, data: [row, ...first.data] }, ...rest] };
}

/** Changes one row where it is; the same object comes back when it is not there. */
export function patchPages<T extends Identified>(pages: Pages<T>, id: string, patch: (row: T) => T): Pages<T> {
  if (!pages.pages.some((page) => page.data.some((row) => row.id === id))) return pages;
  return mapPages(pages, (data) => data.map((row) => (row.id === id ? patch(row) : row)));
}

function mapPages<T>(pages: Pages<T>, change: (data: T[]) => T[]): Pages<T> {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: change(page.data) })) };
}
