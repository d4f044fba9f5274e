import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { keys } from "../query-keys.ts";

/** The workspace's teams, kept fresh by live events. */
export const useTeams = () =>
  useQuery({
    queryKey: keys.teams,
    queryFn: async ({ signal }) => (await client.teams.list({ signal })).data,
    staleTime: 5 * 60_000,
  });
