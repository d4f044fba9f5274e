import type { Agent } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { keys } from "../query-keys.ts";

export function useAgents(): Agent[] {
  const query = useQuery({
    queryKey: keys.agents,
    queryFn: async ({ signal }) => (await client.agents.list({ signal })).data,
    staleTime: 5 * 60_000,
  });
  return query.data ?? [];
}
