import type { Conversation } from "@deskbell/contract";
import { toDeskbellError } from "./deskbell-error.ts";
import type { ConversationBasics } from "./resources/conversation-basics.ts";
import type { MessageBasics } from "./resources/message-basics.ts";
import { createThread, type ThreadSource } from "./thread.ts";
import type { ChatThread } from "./thread-state.ts";

export interface ContactThreadConfig
  extends Pick<ThreadSource<Conversation>, "lane" | "reader" | "outbox" | "live" | "received" | "report"> {
  conversations: ConversationBasics;
  messages: MessageBasics;
  onClose(): void;
}

export function createContactThread({ conversations, messages, onClose, ...rest }: ContactThreadConfig): ChatThread {
  const { draw: _, ...thread } = createThread<Conversation>({
    ...rest,
    getConversation: conversations.get,
    listMessages: messages.list,
    markRead: (id, seq) => conversations.read(id, { seq }),
    isSelf: (author) => author.kind === "contact",
  });
  return {
    ...thread,
    async handoff() {
      const { conversationId } = thread.get();
      if (conversationId) return rest.live.applyConversation(await conversations.handoff(conversationId));
      thread.begin({ handoff: true });
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
