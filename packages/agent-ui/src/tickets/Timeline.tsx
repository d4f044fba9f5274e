import {
  type Handling,
  type TeamTicket,
  type TicketPriority,
  type TicketStatus,
  type TimelineEntry,
  wordsIn,
} from "@deskbell/sdk/agent";
import { useInfiniteQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { authorName, contactName } from "../contacts/contact-name.ts";
import { flattenPages } from "../list-pages.ts";
import { keys } from "../query-keys.ts";
import { locale, text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { ClockIcon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/LoadMore.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";

/** What has happened to the ticket, in the order the server tells it. */
export function Timeline({ ticket }: { ticket: TeamTicket }) {
  const query = useInfiniteQuery({
    queryKey: keys.timeline(ticket.id),
    queryFn: ({ pageParam, signal }) =>
      client.tickets.timeline(ticket.id, pageParam ? { cursor: pageParam } : {}, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const entries = flattenPages(query.data);
  return (
    <div class="timeline scroll">
      {query.isPending && <Skeleton rows={5} shape="line" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && entries.length === 0 && (
        <EmptyState icon={<ClockIcon size={22} />} title={text.tickets.page.historyEmpty} />
      )}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} ticket={ticket} />
        ))}
      </ol>
      <LoadMore query={query} />
    </div>
  );
}

function Entry({ entry, ticket }: { entry: TimelineEntry; ticket: TeamTicket }) {
  const { actor, type, changes, createdAt } = entry;
  const name = actor.kind === "contact" ? contactName(ticket.contact) : authorName(actor);
  return (
    <li class="timeline-entry">
      <Avatar
        name={name}
        seed={actor.kind === "contact" ? ticket.contact.id : (actor.id ?? actor.kind)}
        url={actor.avatarUrl}
        kind={actor.kind === "bot" ? "bot" : "person"}
        size={24}
      />
      <div>
        <p>
          <strong>{name}</strong> {text.tickets.timeline[type] ?? type}{" "}
          <span class="panel-quiet">
            <Ago time={createdAt} />
          </span>
        </p>
        {Object.entries(changes).map(([field, { from, to }]) => (
          <p key={field} class="timeline-change">
            {text.tickets.change(fieldName(field, ticket), valueName(field, from), valueName(field, to))}
          </p>
        ))}
      </div>
    </li>
  );
}

/** An answer that is no longer there has only its name. */
function fieldName(field: string, { customFields }: TeamTicket): string {
  const [, name] = /^customFields\.(.*)/.exec(field) ?? [];
  if (name === undefined) return text.tickets.fields[field] ?? field;
  const label = customFields.find((each) => each.name === name)?.label;
  return label ? wordsIn(label, locale) : name;
}

function valueName(field: string, value: string | null): string {
  if (value === null || value === "") return text.common.none;
  if (field === "handling") return text.inbox.handling[value as Handling] ?? value;
  if (field === "status") return text.tickets.status[value as TicketStatus] ?? value;
  if (field === "priority") return text.tickets.priority[value as TicketPriority] ?? value;
  return value;
}
