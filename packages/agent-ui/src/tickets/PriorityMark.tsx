import { type TicketPriority, ticketPriorities } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

/** Bars for the eye, the word for everybody. */
export function PriorityMark({ priority }: { priority: TicketPriority }) {
  const level = ticketPriorities.indexOf(priority);
  return (
    <span class={`priority priority-${priority}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={0.5 + bar * 3.5}
            y={9.5 - bar * 3}
            width="2.5"
            height={4 + bar * 3}
            rx="0.8"
            fill="currentColor"
            opacity={bar <= level ? 1 : 0.22}
          />
        ))}
      </svg>
      {text.tickets.priority[priority]}
    </span>
  );
}
