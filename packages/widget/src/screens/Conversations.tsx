import { useApp } from "../app-context.ts";
import { ConversationRow } from "../parts/ConversationRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { LiveRows } from "../parts/LiveRows.tsx";
import { conversationWords } from "./conversation-words.ts";

export function Conversations() {
  const { text, client, problem, start, go, locale, current } = useApp();
  const words = conversationWords[locale];
  return (
    <>
      <Header title={text.messages} />
      <LiveRows
        list={client.conversationList}
        keyOf={({ id }) => id}
        draw={(conversation) => <ConversationRow conversation={conversation} />}
        empty={<Empty icon="conversations" title={words.noConversations} hint={words.noConversationsHint} />}
        problem={problem}
        retry={start}
      />
      <footer class="floating">
        <button type="button" class="button primary" onClick={() => go({ name: "chat", id: current })}>
          {text.newConversation}
          <Icon name="send" />
        </button>
      </footer>
    </>
  );
}
