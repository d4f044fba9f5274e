import type { SendContactMessage, SendMessage } from "@deskbell/contract";
import { isNewLane, newLaneClientId } from "./lane.ts";
import type { Stored } from "./outbox.ts";
import type { OutboxItem } from "./outbox-store.ts";
import type { ConversationsResource } from "./resources/conversations.ts";
import type { MessagesResource } from "./resources/messages.ts";

/** An item's words, files and structured content, as the server takes them. */
export const contentOf = ({
  clientId,
  body,
  payload,
  attachments,
}: OutboxItem): SendMessage & Pick<OutboxItem, "payload"> => ({
  clientId,
  body,
  ...(payload && { payload }),
  ...(attachments ? { attachments: attachments.map(({ id }) => id) } : {}),
});

/** One attempt to send a contact's message: into its conversation, or as the first one of a new conversation. */
export async function deliver(
  conversations: Pick<ConversationsResource, "start" | "handoff">,
  messages: Pick<MessagesResource, "send">,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<Stored> {
  const { lane, handoff, answers, proactive } = item;
  // A contact's outbox holds no offers.
  const message = contentOf(item) as SendContactMessage;
  if (!isNewLane(lane)) {
    // It was to begin a conversation, and another was open. Asking again changes nothing.
    if (handoff) await conversations.handoff(lane, { signal });
    return { message: await messages.send(lane, message, { signal }) };
  }
  // What answers an offer is, in another conversation, just words.
  const { payload: _, ...words } = message;
  const input = {
    clientId: newLaneClientId(lane),
    message: words,
    ...(handoff ? { handoff } : {}),
    ...(answers && { answers }),
    ...(proactive && { proactive }),
  };
  return conversations.start(input, { signal });
}
