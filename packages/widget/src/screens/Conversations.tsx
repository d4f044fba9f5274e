import { useApp } from "../app-context.ts";
import { ConversationRow } from "../parts/ConversationRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useObservable } from "../use-observable.ts";

export function Conversations() {
  const { text, client, problem, start, go } = useApp();
  const list = client.conversationList;
  const { status, items, error, hasMore } = useObservable(list);
  const failure = problem ?? (items.length ? null : error);
  return (
    <>
      <Header title={text.messages} />
      <div class="body">
        {failure ? (
          <Failure error={failure} retry={() => (problem ? start() : void list.load())} />
        ) : items.length ? (
          <ul class="rows">
            {items.map((conversation) => (
              <li key={conversation.id}>
                <ConversationRow conversation={conversation} />
              </li>
            ))}
          </ul>
        ) : status === "ready" ? (
          <Empty icon="conversations" title={text.noConversations} hint={text.noConversationsHint} />
        ) : (
          <Skeleton />
        )}
        {hasMore && (
          <button type="button" class="button quiet" onClick={() => void list.loadMore()}>
            {text.menu}
          </button>
        )}
      </div>
      <footer class="floating">
        <button type="button" class="button primary" onClick={() => go({ name: "chat", id: null })}>
          {text.newConversation}
          <Icon name="send" />
        </button>
      </footer>
    </>
  );
}
