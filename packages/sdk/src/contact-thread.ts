import type { Conversation } from "@deskbell/contract";
import { toDeskbellError } from "./deskbell-error.ts";
import type { ConversationsResource } from "./resources/conversations.ts";
import type { MessagesResource } from "./resources/messages.ts";
import { createThread, type ThreadSource } from "./thread.ts";
import type { Thread } from "./thread-state.ts";

export interface ContactThreadConfig
  extends Pick<ThreadSource<Conversation>, "lane" | "reader" | "outbox" | "live" | "received" | "report"> {
  conversations: ConversationsResource;
  messages: MessagesResource;
  onClose(): void;
}

export function createContactThread({ conversations, messages, onClose, ...rest }: ContactThreadConfig): Thread {
  const {
    addNote: _,
    offer: __,
    askForPerson,
    ...thread
  } = createThread<Conversation>({
    ...rest,
    getConversation: conversations.get,
    listMessages: messages.list,
    editMessage: (id, messageId, body) => messages.edit(id, messageId, { body }),
    deleteMessage: (id, messageId) => messages.delete(id, messageId),
    markRead: (id, seq) => conversations.read(id, { seq }),
    isSelf: (author) => author.kind === "contact",
  });
  return {
    ...thread,
    async handoff() {
      const { conversationId } = thread.get();
      if (conversationId) return rest.live.applyConversation(await conversations.handoff(conversationId));
      askForPerson();
      // A first message that is already on its way could not say so.
      const stop = thread.subscribe(({ conversation }) => {
        if (!conversation) return;
        stop();
        if (conversation.handling !== "bot") return;
        conversations.handoff(conversation.id).then(rest.live.applyConversation, (thrown) => {
          rest.report(toDeskbellError(thrown));
        });
      });
    },
    close() {
      thread.close();
      onClose();
    },
  };
}
