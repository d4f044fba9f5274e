import type { ConversationView, TeamConversation } from "@deskbell/sdk/agent";
import { useRef, useState } from "preact/hooks";
import { contactName } from "../contacts/contact-name.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { InboxIcon, SearchIcon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/LoadMore.tsx";
import { moveFocus } from "../ui/move-focus.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useSteadyList } from "../ui/use-steady-list.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import { findConversation } from "./conversation-cache.ts";
import { TeamFilter } from "./TeamFilter.tsx";
import { useConversations } from "./use-conversations.ts";
import { ViewTabs } from "./ViewTabs.tsx";

interface ConversationListProps {
  view: ConversationView;
  team: string | null;
  openId: string | null;
}

export function ConversationList({ view, team, openId }: ConversationListProps) {
  const { agent, workspace } = useMe();
  const [words, setWords] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { query, conversations } = useConversations(view, team);
  const matching = words.trim() ? conversations.filter((conversation) => matches(conversation, words)) : conversations;
  const { rows, gone, arrived, release, holding } = useSteadyList(matching, `${view} ${team} ${words}`);
  const next = () => moveFocus(scroller.current, 1);
  const previous = () => moveFocus(scroller.current, -1);
  useShortcuts({ j: next, ArrowDown: next, k: previous, ArrowUp: previous, "/": () => search.current?.focus() });

  function showArrived() {
    release();
    scroller.current?.scrollTo({ top: 0 });
  }

  return (
    <section class="inbox-list" aria-label={text.inbox.list}>
      <header class="inbox-head">
        <div class="inbox-title">
          <h1>{text.inbox.title}</h1>
          <TeamFilter view={view} team={team} otherwise={<span class="truncate">{workspace.name}</span>} />
        </div>
        <ViewTabs view={view} team={team} />
        <SearchField label={text.inbox.filter} value={words} onInput={setWords} inputRef={search} />
      </header>
      <div class="inbox-scroll scroll" ref={scroller} {...holding}>
        {arrived > 0 && (
          <button type="button" class="inbox-arrived" onClick={showArrived}>
            {text.inbox.arrived(arrived)}
          </button>
        )}
        {query.isPending && <Skeleton rows={7} shape="row" />}
        {query.isError && rows.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && <Nothing view={view} searching={words.trim() !== ""} />}
        <ul>
          {rows.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={
                gone.has(conversation.id) ? (findConversation(conversation.id) ?? conversation) : conversation
              }
              view={view}
              team={team}
              agentId={agent.id}
              open={conversation.id === openId}
              gone={gone.has(conversation.id)}
            />
          ))}
        </ul>
        <LoadMore query={query} />
      </div>
    </section>
  );
}

function Nothing({ view, searching }: { view: ConversationView; searching: boolean }) {
  if (searching) return <EmptyState icon={<SearchIcon size={22} />} title={text.inbox.noMatches} />;
  return <EmptyState icon={<InboxIcon size={22} />} {...text.inbox.empty[view]} />;
}

function matches(conversation: TeamConversation, words: string): boolean {
  const { contact, lastMessage, ticket } = conversation;
  const content = [
    contactName(contact),
    contact.email,
    lastMessage?.body,
    ticket?.subject,
    ticket && `#${ticket.number}`,
  ]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}
