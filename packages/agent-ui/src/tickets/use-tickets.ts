import type { TicketView } from "@deskbell/sdk/agent";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/preact-query";
import { useMemo } from "preact/hooks";
import { client } from "../client.ts";
import { flattenPages } from "../list-pages.ts";
import { keys } from "../query-keys.ts";

export function useTickets(view: TicketView, q: string) {
  const query = useInfiniteQuery({
    queryKey: keys.tickets(view, q),
    queryFn: ({ pageParam, signal }) =>
      client.tickets.list({ view, ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return { query, tickets: useMemo(() => flattenPages(query.data), [query.data]) };
}
