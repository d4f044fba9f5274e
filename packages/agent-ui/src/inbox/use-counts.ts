import type { QueueCounts } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { keys } from "../query-keys.ts";

export function useCounts(): QueueCounts | undefined {
  return useQuery({ queryKey: keys.counts, queryFn: ({ signal }) => client.conversations.counts({ signal }) }).data;
}
