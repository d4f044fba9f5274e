import {
  type ConversationView,
  type Message,
  newerConversation,
  type TeamConversation,
  withMessage,
} from "@deskbell/sdk/agent";
import { heard } from "../heard.ts";
import { mergeIntoPages, type Pages, patchPages, rowsWithId } from "../list-pages.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { belongsToView } from "./views.ts";

type Conversations = Pages<TeamConversation>;

type Patch = (conversation: TeamConversation) => TeamConversation;

/** What is shown before the server has answered, over what the server last said. */
const expected = new Map<string, { patch: Patch; truth: TeamConversation }>();

/** Brings a conversation from an event or an answer into everything that shows it. An older state changes nothing. */
export const applyConversation = heard((incoming: TeamConversation, agentId: string): void => {
  const known = findTruth(incoming.id);
  const conversation = newerConversation(known, incoming);
  const shown = withExpected(conversation);
  queryClient.setQueryData(keys.conversation(conversation.id), shown);
  for (const [key, pages] of queryClient.getQueriesData<Conversations>({ queryKey: keys.conversationLists })) {
    if (!pages) continue;
    const belongs = belongsToView(conversation, key[1] as ConversationView, agentId, key[2] as string | null);
    queryClient.setQueryData<Conversations>(key, mergeIntoPages(pages, shown, belongs));
  }
  const wasMine = known !== undefined && belongsToView(known, "mine", agentId);
  if (wasMine !== belongsToView(conversation, "mine", agentId))
    void queryClient.invalidateQueries({ queryKey: keys.counts });
});

/** Brings a message into its conversation, where that is known: nothing else tells of what it changes there. */
export const applyMessage = heard((message: Message, agentId: string): void => {
  const known = findTruth(message.conversationId);
  if (known) applyConversation(withMessage(known, message), agentId);
});

/** Whether a conversation that is not known may belong into a list, which has not been loaded that far down. */
export const isAnyListCut = (): boolean =>
  queryClient
    .getQueriesData<Conversations>({ queryKey: keys.conversationLists })
    .some(([, pages]) => pages?.pages.at(-1)?.nextCursor);

/** What the server says, with what is expected on top: an answer from before the command must not undo it for a moment. */
export function withExpected(conversation: TeamConversation): TeamConversation {
  const expectation = expected.get(conversation.id);
  if (!expectation) return conversation;
  expectation.truth = conversation;
  return expectation.patch(conversation);
}

/** Shows a command's outcome at once. The returned function goes back to what the server last said. */
export function expectConversation(id: string, patch: Patch): () => void {
  const truth = findTruth(id);
  if (!truth) return () => undefined;
  const expectation = { patch, truth };
  expected.set(id, expectation);
  change(id, patch);
  return () => {
    if (expected.get(id) !== expectation) return;
    expected.delete(id);
    change(id, () => expectation.truth);
  };
}

/** Changes a conversation in place, by a small fact that does not carry the whole. */
export const patchConversation = heard((id: string, patch: Patch): void => {
  const expectation = expected.get(id);
  if (expectation) expectation.truth = patch(expectation.truth);
  change(id, patch);
});

/** Changes all that are known, by a fact about something that they show. */
export const patchConversations = heard((patch: Patch): void => {
  for (const expectation of expected.values()) expectation.truth = patch(expectation.truth);
  queryClient.setQueriesData<TeamConversation>(
    { queryKey: keys.anyConversation },
    (present) => present && patch(present),
  );
  queryClient.setQueriesData<Conversations>({ queryKey: keys.conversationLists }, (pages) => {
    if (!pages) return pages;
    return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(patch) })) };
  });
});

/** The latest that is known of it: lists are fetched at different times. */
export function findConversation(id: string): TeamConversation | undefined {
  const lists = queryClient.getQueriesData<Conversations>({ queryKey: keys.conversationLists });
  return rowsWithId(lists, id).reduce(
    newerConversation<TeamConversation>,
    queryClient.getQueryData<TeamConversation>(keys.conversation(id)),
  );
}

const findTruth = (id: string): TeamConversation | undefined => expected.get(id)?.truth ?? findConversation(id);

function change(id: string, patch: Patch): void {
  queryClient.setQueryData<TeamConversation>(keys.conversation(id), (present) => present && patch(present));
  queryClient.setQueriesData<Conversations>(
    { queryKey: keys.conversationLists },
    (pages) => pages && patchPages(pages, id, patch),
  );
}
