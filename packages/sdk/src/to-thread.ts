import { answersInWords, answersOf, type Conversation, type Message, type TeamConversation } from "@deskbell/contract";
import type { Live } from "./live.ts";
import type { LiveChat } from "./live-chat.ts";
import { createMessages } from "./resources/messages.ts";
import type { Changing, ChatThread, Thread } from "./thread-state.ts";

/** A chat's thread with all that one can do with it. */
export function toThread(chat: LiveChat, chatThread: ChatThread): Thread {
  const { live, outbox, request } = chat.inside;
  const { begin, add, ...thread } = chatThread;
  return {
    ...thread,
    ...changing(thread, live, createMessages(request)),
    reply: (to, { value, text }) => add("message", text, { payload: { type: "reply", to: to.id, value } }),
    submit(to, values) {
      const words = to.payload?.type === "form" ? answersInWords(answersOf(to.payload, values)) : "";
      add("message", words, { payload: { type: "form_response", to: to.id, values } });
    },
    answer(answers) {
      begin({ answers });
      const refused = thread
        .get()
        .items.filter((item) => item.kind === "pending" && item.error?.code === "answers_needed");
      outbox.again((item) => refused.some((each) => each.kind === "pending" && each.clientId === item.clientId), {
        answers,
      });
    },
    answerProactive: (proactive) => begin({ proactive }),
  };
}

/** The edits of a side; both hear of their own at once. */
export function changing<C extends Conversation | TeamConversation>(
  thread: { get(): { conversationId: string | null } },
  live: Live<C>,
  messages: {
    edit(conversationId: string, messageId: string, input: { body: string }): Promise<Message>;
    delete(conversationId: string, messageId: string): Promise<Message>;
  },
): Changing {
  const change = async (ask: (conversationId: string) => Promise<Message>) => {
    const { conversationId } = thread.get();
    if (conversationId) live.tell("message.updated", await ask(conversationId));
  };
  return {
    edit: (messageId, body) => change((id) => messages.edit(id, messageId, { body })),
    delete: (messageId) => change((id) => messages.delete(id, messageId)),
  };
}
