import { queryOptions, useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { findConversation, withExpected } from "../inbox/conversation-cache.ts";
import { keys } from "../query-keys.ts";

/** A conversation by id, shown at once when a list already has it. */
export const useConversation = (id: string) =>
  useQuery({ ...conversationQuery(id), placeholderData: () => findConversation(id) });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: async ({ signal }) => withExpected(await client.conversations.get(id, { signal })),
  });
