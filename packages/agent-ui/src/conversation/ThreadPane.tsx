import type { TeamConversation, TeamThread } from "@deskbell/sdk/agent";
import { useEffect, useState } from "preact/hooks";
import { client } from "../client.ts";
import { useMe } from "../sign-in/session.ts";
import { ErrorState, Skeleton } from "../ui/States.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { Composer } from "./Composer.tsx";
import { MessageList } from "./MessageList.tsx";

/** A conversation's messages and the place to write: the same on the conversation's and the ticket's page. */
export function ThreadPane({ conversation }: { conversation: TeamConversation }) {
  const [thread, setThread] = useState<TeamThread | null>(null);
  useEffect(() => {
    const opened = client.thread(conversation.id);
    setThread(opened);
    return () => opened.close();
  }, [conversation.id]);
  if (!thread) return <Skeleton rows={5} shape="message" />;
  return <OpenThread conversation={conversation} thread={thread} />;
}

function OpenThread({ conversation, thread }: { conversation: TeamConversation; thread: TeamThread }) {
  const { agent } = useMe();
  const state = useObservable(thread);
  return (
    <div class="thread-pane">
      {state.status === "loading" && <Skeleton rows={5} shape="message" />}
      {state.status === "error" && state.items.length === 0 && (
        <ErrorState error={state.error} onRetry={() => void thread.reload()} />
      )}
      {(state.status === "ready" || state.items.length > 0) && (
        <MessageList conversation={conversation} thread={thread} state={state} />
      )}
      <Composer key={conversation.id} conversation={conversation} thread={thread} agent={agent} />
    </div>
  );
}
