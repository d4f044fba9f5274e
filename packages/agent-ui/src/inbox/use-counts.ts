import type { QueueCounts } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { laterCounts } from "./later-counts.ts";

export function useCounts(): QueueCounts | undefined {
  return useQuery({
    queryKey: keys.counts,
    queryFn: async ({ signal }) => {
      const fetched = await client.conversations.counts({ signal });
      const known = queryClient.getQueryData<QueueCounts>(keys.counts);
      // What was heard while it was being fetched may be later.
      return known ? { ...laterCounts(fetched, known), mine: fetched.mine } : fetched;
    },
  }).data;
}
