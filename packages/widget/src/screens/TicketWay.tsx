import type { Ticket, TicketStep } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { lateComponent } from "../late-component.tsx";
import { payload } from "../payload/late-payload.tsx";
import { useLoad } from "../use-load.ts";
import { ticketWords } from "./ticket-words.ts";

const CustomFields = lateComponent(payload, (parts) => parts.CustomFields);

/** As many steps as can be seen at a glance. */
const glance = 3;

/** The way that a ticket has gone, the latest step first, and what was answered when it was filed. */
export function TicketWay({ ticket }: { ticket: Ticket }) {
  const { text, locale } = useApp();
  const client = useDeskbell();
  const words = ticketWords[locale];
  const { publicId, updatedAt, customFields } = ticket;
  const [all, setAll] = useState(false);
  const { data, error, reload } = useLoad(
    async (signal) => {
      const steps: TicketStep[] = [];
      let cursor: string | null = null;
      do {
        const query = { limit: all ? 100 : glance, ...(cursor && { cursor }) };
        const page: Awaited<ReturnType<typeof client.tickets.timeline>> = await client.tickets.timeline(
          publicId,
          query,
          { signal },
        );
        steps.push(...page.data);
        cursor = page.nextCursor;
      } while (all && cursor);
      return { steps, hasMore: cursor !== null };
    },
    [publicId, updatedAt, all],
  );
  const wordsOf = ({ kind, status, assignee }: TicketStep) =>
    [
      kind === "created" ? words.stepCreated : kind === "reopened" ? words.stepReopened : status && text.status[status],
      assignee && words.stepAssigned(assignee),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div class="way">
      {error && (
        <button type="button" class="button quiet" onClick={reload}>
          {text.retry}
        </button>
      )}
      <ol aria-label={words.progress}>
        {data?.steps.map((step) => (
          <li key={step.id}>
            <span>{wordsOf(step)}</span>
            <time dateTime={step.createdAt}>{momentOf(locale, step.createdAt)}</time>
          </li>
        ))}
      </ol>
      {all && customFields.length > 0 && <CustomFields fields={customFields} />}
      {(all || data?.hasMore || customFields.length > 0) && (
        <button type="button" class="way-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.less : words.more}
        </button>
      )}
    </div>
  );
}

/** `12 Nov, 14:05`. */
const momentOf = (locale: string, iso: string): string =>
  new Date(iso).toLocaleString(locale, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
