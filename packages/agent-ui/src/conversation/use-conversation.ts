import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { findConversation, withExpected } from "../inbox/conversation-cache.ts";
import { keys } from "../query-keys.ts";

/** A conversation by id, shown at once when a list already has it. */
export function useConversation(id: string) {
  return useQuery({
    queryKey: keys.conversation(id),
    queryFn: async ({ signal }) => withExpected(await client.conversations.get(id, { signal })),
    placeholderData: () => findConversation(id),
  });
}
