import { keepPreviousData, useInfiniteQuery } from "@tanstack/preact-query";
import { useMemo } from "preact/hooks";
import { client } from "../client.ts";
import { flattenPages } from "../list-pages.ts";
import { keys } from "../query-keys.ts";

export function useArticles(q: string) {
  const query = useInfiniteQuery({
    queryKey: keys.articles(q),
    queryFn: ({ pageParam, signal }) =>
      client.articles.list({ ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return { query, articles: useMemo(() => flattenPages(query.data), [query.data]) };
}
