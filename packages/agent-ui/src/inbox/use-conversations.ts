import type { ConversationView } from "@deskbell/sdk/agent";
import { useInfiniteQuery } from "@tanstack/preact-query";
import { useMemo } from "preact/hooks";
import { client } from "../client.ts";
import { flattenPages } from "../list-pages.ts";
import { keys } from "../query-keys.ts";
import { sortForView } from "./views.ts";

/** One view of the inbox, sorted, kept fresh by live events. */
export function useConversations(view: ConversationView, team: string | null) {
  const query = useInfiniteQuery({
    queryKey: keys.conversations(view, team),
    queryFn: ({ pageParam, signal }) =>
      client.conversations.list(
        { view, ...(team && { teamId: team }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const conversations = useMemo(() => sortForView(flattenPages(query.data), view), [query.data, view]);
  return { query, conversations };
}
