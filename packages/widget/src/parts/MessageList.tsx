import type { ThreadState } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { activityText } from "../activity-text.ts";
import { useApp } from "../app-context.ts";
import { dayOf } from "../dates.ts";
import { type Row, threadRows } from "../thread-rows.ts";
import { useAnnouncement } from "../use-announcement.ts";
import { Avatar } from "./Avatar.tsx";
import { Failure } from "./Failure.tsx";
import { Icon } from "./Icon.tsx";
import { MessageRow } from "./MessageRow.tsx";
import { PendingRow } from "./PendingRow.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { Words } from "./Words.tsx";
import { WritingRow } from "./WritingRow.tsx";

interface MessageListProps {
  thread: ChatThread;
  state: ThreadState;
  /** Stands before the first message. */
  intro: { body: string; byBot: boolean } | null;
  /** `null` when a person has been asked for already. */
  askForPerson: (() => void) | null;
}

export function MessageList({ thread, state, intro, askForPerson }: MessageListProps) {
  const { text, locale, open, shell } = useApp();
  const { items, status, error } = state;
  const rows = useMemo(() => threadRows(items), [items]);
  const list = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const announcement = useAnnouncement(state);
  const last = rows.at(-1);

  useEffect(() => {
    const see = () => open && document.visibilityState === "visible" && thread.read();
    see();
    document.addEventListener("visibilitychange", see);
    return () => document.removeEventListener("visibilitychange", see);
  }, [thread, items, open]);

  const toEnd = () => list.current?.scrollTo({ top: 0 });
  // One's own words are always brought into view.
  useEffect(() => {
    if (last?.kind === "pending") toEnd();
  }, [last?.key]);

  if (status === "loading" && !items.length)
    return (
      <div class="body">
        <Skeleton />
      </div>
    );
  if (status === "error" && !items.length) {
    return (
      <div class="body">
        <Failure error={error} retry={() => void thread.reload()} />
      </div>
    );
  }
  return (
    <div class="messages">
      <section
        class="body scroller"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={text.messages}
        onScroll={({ currentTarget: at }) => {
          // Counted from the newest message: 0 at the end, negative above.
          setAway(at.scrollTop < -160);
          if (state.hasOlder && at.scrollHeight + at.scrollTop - at.clientHeight < 120) void thread.loadOlder();
        }}
      >
        <div class="thread">
          {state.hasOlder && (
            <button
              type="button"
              class="button quiet"
              disabled={state.loadingOlder}
              onClick={() => void thread.loadOlder()}
            >
              {state.loadingOlder ? text.loading : text.earlier}
            </button>
          )}
          {intro && (
            <div class="message first">
              <Avatar name={null} bot={intro.byBot} />
              <div class="bubble">{intro.body}</div>
            </div>
          )}
          {rows.map((row) => (
            <ThreadRow key={row.key} row={row} thread={thread} state={state} askForPerson={askForPerson} />
          ))}
          {state.draft !== null ? (
            <div class="message">
              <Avatar name={shell.settings.botName} bot />
              <div class="bubble writing">
                <Words body={state.draft} />
              </div>
            </div>
          ) : (
            <WritingRow state={state} />
          )}
        </div>
      </section>
      {away && (
        <button type="button" class="to-end" aria-label={text.newest} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
      <p class="hidden" aria-live="polite" lang={locale}>
        {announcement}
      </p>
    </div>
  );
}

function ThreadRow({ row, thread, state, askForPerson }: Omit<MessageListProps, "intro"> & { row: Row }) {
  const { text, locale } = useApp();
  switch (row.kind) {
    case "day":
      return <p class="day">{dayOf(locale, row.at)}</p>;
    case "activity": {
      const { payload, body } = row.message;
      return (
        <p class="activity">{payload?.type === "activity" ? activityText(text, locale, payload.activity) : body}</p>
      );
    }
    case "pending":
      return <PendingRow item={row.item} newest={state.items.at(-1) === row.item} thread={thread} />;
    case "message":
      return (
        <MessageRow message={row.message} last={row.last} thread={thread} state={state} askForPerson={askForPerson} />
      );
  }
}
