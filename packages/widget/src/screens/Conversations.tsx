import { useApp } from "../app-context.ts";
import { newChat } from "../conversation-state.ts";
import { ConversationRow } from "../parts/ConversationRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { LiveRows } from "../parts/LiveRows.tsx";

export function Conversations() {
  const { text, client, problem, start, go } = useApp();
  return (
    <>
      <Header title={text.messages} />
      <LiveRows
        list={client.conversationList}
        keyOf={({ id }) => id}
        draw={(conversation) => <ConversationRow conversation={conversation} />}
        empty={<Empty icon="conversations" title={text.noConversations} hint={text.noConversationsHint} />}
        problem={problem}
        retry={start}
      />
      <footer class="floating">
        <button type="button" class="button primary" onClick={() => go(newChat(client))}>
          {text.newConversation}
          <Icon name="send" />
        </button>
      </footer>
    </>
  );
}
