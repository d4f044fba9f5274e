import type { ConversationView, TeamConversation } from "@deskbell/sdk/agent";
import { mergeIntoPages, type Pages, patchPages } from "../list-pages.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { belongsToView } from "./views.ts";

type Conversations = Pages<TeamConversation>;

/** Brings a conversation from an event or an answer into everything that shows it. An older state changes nothing. */
export function applyConversation(conversation: TeamConversation, agentId: string): void {
  const known = findConversation(conversation.id);
  if (known && known.updatedAt > conversation.updatedAt) return;
  const wasMine = known?.assignee?.id === agentId && known.handling !== "closed";
  queryClient.setQueryData(keys.conversation(conversation.id), conversation);
  for (const [key, pages] of queryClient.getQueriesData<Conversations>({ queryKey: keys.conversationLists })) {
    if (!pages) continue;
    const belongs = belongsToView(conversation, key[1] as ConversationView, agentId);
    queryClient.setQueryData<Conversations>(key, mergeIntoPages(pages, conversation, belongs));
  }
  if (wasMine !== belongsToView(conversation, "mine", agentId))
    void queryClient.invalidateQueries({ queryKey: keys.counts });
}

/** Changes a conversation in place, for what is known before the server's answer. Returns how to take it back. */
export function patchConversation(id: string, patch: (conversation: TeamConversation) => TeamConversation): () => void {
  const before = findConversation(id);
  change(id, patch);
  return () => {
    if (before) change(id, (present) => (present.updatedAt > before.updatedAt ? present : before));
  };
}

export function findConversation(id: string): TeamConversation | undefined {
  const own = queryClient.getQueryData<TeamConversation>(keys.conversation(id));
  if (own) return own;
  for (const [, pages] of queryClient.getQueriesData<Conversations>({ queryKey: keys.conversationLists }))
    for (const page of pages?.pages ?? []) for (const row of page.data) if (row.id === id) return row;
  return undefined;
}

function change(id: string, patch: (conversation: TeamConversation) => TeamConversation): void {
  queryClient.setQueryData<TeamConversation>(keys.conversation(id), (present) => present && patch(present));
  queryClient.setQueriesData<Conversations>(
    { queryKey: keys.conversationLists },
    (pages) => pages && patchPages(pages, id, patch),
  );
}
