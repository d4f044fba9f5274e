import type { Author, TeamConversation, TeamThread, ThreadState } from "@deskbell/sdk/agent";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { authorName, contactName } from "../contacts/contact-name.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { ArrowDownIcon } from "../ui/icons.tsx";
import { now } from "../ui/now.ts";
import { clockTime, dayName, fullTime } from "../ui/relative-time.ts";
import { activitySentence } from "./activity-sentence.ts";
import { MessageGroup } from "./MessageGroup.tsx";
import { type ThreadRow, threadRows, type Unread } from "./thread-rows.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";
import "./messages.css";

interface MessageListProps {
  conversation: TeamConversation;
  thread: TeamThread;
  state: ThreadState<TeamConversation>;
}

export function MessageList({ conversation, thread, state }: MessageListProps) {
  const { agent } = useMe();
  const me: Author = { kind: "agent", id: agent.id, name: agent.name, avatarUrl: agent.avatarUrl };
  // Where reading had got to when the thread was opened: the line must not move while it is read.
  const unread = useRef<Unread | null>(null);
  unread.current ??= { after: conversation.agentReadSeq, upTo: conversation.lastSeq };
  const rows = useMemo(() => threadRows(state.items, me, unread.current), [state.items, agent.id]);
  const { scroller, atEnd, toEnd, handleScroll } = useStickToEnd(rows, [state.typing, state.draft]);
  useReadWhileVisible(thread, state, conversation, atEnd && agent.role !== "viewer");

  return (
    <div class="messages-wrap">
      <div
        class="messages scroll"
        ref={scroller}
        onScroll={handleScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={text.conversation.thread}
      >
        {state.hasOlder ? (
          <button
            type="button"
            class="button messages-older"
            disabled={state.loadingOlder}
            onClick={() => void thread.loadOlder()}
          >
            {state.loadingOlder && <span class="spinner" />}
            {text.conversation.loadOlder}
          </button>
        ) : (
          <p class="messages-start">{rows.length ? text.conversation.start : text.conversation.empty}</p>
        )}
        {rows.map((row) => (
          <Row key={row.key} row={row} thread={thread} conversation={conversation} />
        ))}
        {state.draft !== null && (
          <p class="bubble bubble-bot bubble-draft" aria-hidden="true" title={text.conversation.botDrafting}>
            {state.draft}
          </p>
        )}
        {state.typing && state.typing.id !== agent.id && (
          <p class={`typing typing-${state.typing.kind}`}>
            <span class="typing-dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {text.conversation.typing(
              state.typing.kind === "contact"
                ? contactName(conversation.contact)
                : authorName({ ...state.typing, avatarUrl: null }),
            )}
          </p>
        )}
      </div>
      {!atEnd && (
        <button type="button" class="messages-latest" aria-label={text.conversation.toLatest} onClick={toEnd}>
          <ArrowDownIcon size={16} />
          {conversation.lastSeq > conversation.agentReadSeq && text.conversation.newMessages}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  row: ThreadRow;
  thread: TeamThread;
  conversation: TeamConversation;
}

function Row({ row, thread, conversation }: RowProps) {
  switch (row.kind) {
    case "day":
      return (
        <h2 class="day">
          <span>{dayName(row.day, now.value)}</span>
        </h2>
      );
    case "unread":
      return (
        <p class="unread-line">
          <span>{text.conversation.newMessages}</span>
        </p>
      );
    case "activity":
      return (
        <p class="activity">
          {row.message.payload?.type === "activity" ? activitySentence(row.message.payload.activity) : row.message.body}
          <time dateTime={row.message.createdAt} title={fullTime(row.message.createdAt)}>
            {clockTime(row.message.createdAt)}
          </time>
        </p>
      );
    case "group":
      return <MessageGroup group={row} thread={thread} conversation={conversation} />;
  }
}

/** What stands at the end of a visible page has been read. */
function useReadWhileVisible(
  thread: TeamThread,
  state: ThreadState<TeamConversation>,
  conversation: TeamConversation,
  reading: boolean,
): void {
  const unread = conversation.lastSeq > conversation.agentReadSeq;
  useEffect(() => {
    if (!reading || !unread || state.status !== "ready") return;
    const read = () => document.visibilityState === "visible" && thread.read();
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [thread, reading, unread, state.items, state.status]);
}
