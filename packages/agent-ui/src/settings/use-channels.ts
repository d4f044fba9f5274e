import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { keys } from "../query-keys.ts";

export const useChannels = () =>
  useQuery({ queryKey: keys.channels, queryFn: async ({ signal }) => (await client.channels.list({ signal })).data });
