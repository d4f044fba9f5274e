import { type TicketView, ticketViews } from "@deskbell/sdk/agent";
import { useEffect, useRef, useState } from "preact/hooks";
import { Link, useLocation, useSearchParams } from "wouter-preact";
import { routes } from "../routes.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { text } from "../text/text.ts";
import { SearchIcon, TicketIcon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/LoadMore.tsx";
import { moveFocus } from "../ui/move-focus.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useSteadyList } from "../ui/use-steady-list.ts";
import { TicketTable } from "./TicketTable.tsx";
import { useTickets } from "./use-tickets.ts";
import "./tickets.css";

const typingRestMs = 200;

export function TicketsPage() {
  usePageTitle(text.tickets.title);
  const [search] = useSearchParams();
  const view = readView(search.get("view"));
  const [words, setWords] = useState(search.get("q") ?? "");
  const q = useDebounced(words.trim(), typingRestMs);
  useKeptInAddress(view, q);
  const { query, tickets } = useTickets(view, q);
  const { rows, gone, arrived, release, holding } = useSteadyList(tickets, `${view} ${q} ${query.isPlaceholderData}`);
  const scroller = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const next = () => moveFocus(scroller.current, 1);
  const previous = () => moveFocus(scroller.current, -1);
  useShortcuts({ j: next, ArrowDown: next, k: previous, ArrowUp: previous, "/": () => searchField.current?.focus() });

  return (
    <section class="tickets" aria-label={text.tickets.title}>
      <header class="tickets-head">
        <h1>{text.tickets.title}</h1>
        <nav class="tabs" aria-label={text.tickets.viewsLabel}>
          {ticketViews.map((other) => (
            <Link
              key={other}
              href={routes.tickets(other, words.trim())}
              class="tab"
              aria-current={other === view ? "page" : undefined}
            >
              {text.tickets.views[other]}
            </Link>
          ))}
        </nav>
        <SearchField label={text.tickets.search} value={words} onInput={setWords} inputRef={searchField} />
      </header>
      <div class="tickets-scroll scroll" ref={scroller} {...holding}>
        {arrived > 0 && (
          <button type="button" class="inbox-arrived" onClick={release}>
            {text.inbox.arrived(arrived)}
          </button>
        )}
        {query.isPending && <Skeleton rows={10} shape="line" />}
        {query.isError && rows.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && <Nothing view={view} q={q} />}
        {rows.length > 0 && <TicketTable tickets={rows} gone={gone} busy={query.isPlaceholderData} />}
        <LoadMore query={query} />
      </div>
    </section>
  );
}

function Nothing({ view, q }: { view: TicketView; q: string }) {
  if (q) return <EmptyState icon={<SearchIcon size={22} />} title={text.tickets.noMatches(q)} />;
  return <EmptyState icon={<TicketIcon size={22} />} {...text.tickets.empty[view]} />;
}

/** The address says what is shown: a reload, the way back and a link all find it again. */
function useKeptInAddress(view: TicketView, q: string): void {
  const [, navigate] = useLocation();
  useEffect(() => navigate(routes.tickets(view, q), { replace: true }), [q]);
}

function readView(value: string | null): TicketView {
  return ticketViews.find((view) => view === value) ?? "open";
}
