import { useInfiniteQuery } from "@tanstack/preact-query";
import { useMemo } from "preact/hooks";
import { client } from "../client.ts";
import { flattenPages } from "../list-pages.ts";
import { keys } from "../query-keys.ts";

export function useBlocks() {
  const query = useInfiniteQuery({
    queryKey: keys.blocks,
    queryFn: ({ pageParam, signal }) => client.blocks.list(pageParam ? { cursor: pageParam } : {}, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return { query, blocks: useMemo(() => flattenPages(query.data), [query.data]) };
}
