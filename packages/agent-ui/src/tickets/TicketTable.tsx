import type { TeamTicket } from "@deskbell/sdk/agent";
import { Link, useLocation } from "wouter-preact";
import { contactName } from "../contacts/contact-name.ts";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { PriorityMark } from "./PriorityMark.tsx";
import { StatusBadge } from "./StatusBadge.tsx";

interface TicketTableProps {
  tickets: TeamTicket[];
  gone: ReadonlySet<string>;
  busy: boolean;
}

export function TicketTable({ tickets, gone, busy }: TicketTableProps) {
  const words = text.tickets.columns;
  return (
    <table class="ticket-table" aria-busy={busy}>
      <thead>
        <tr>
          <th scope="col" class="cell-number">
            {words.number}
          </th>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.priority}</th>
          <th scope="col">{words.contact}</th>
          <th scope="col">{words.assignee}</th>
          <th scope="col" class="cell-updated">
            {words.updated}
          </th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} gone={gone.has(ticket.id)} />
        ))}
      </tbody>
    </table>
  );
}

function TicketRow({ ticket, gone }: { ticket: TeamTicket; gone: boolean }) {
  const [, navigate] = useLocation();
  const { assignee } = ticket;
  function handleClick(event: MouseEvent) {
    if (event.target instanceof Element && event.target.closest("a")) return;
    if (getSelection()?.toString()) return; // somebody marks text to copy it
    navigate(routes.ticket(ticket.id));
  }
  return (
    <tr class={gone ? "row-gone" : undefined} onClick={handleClick}>
      <td class="cell-number num">{text.tickets.number(ticket.number)}</td>
      <td class="cell-subject">
        <Link href={routes.ticket(ticket.id)} class="truncate" data-row>
          {ticket.subject}
        </Link>
        {ticket.tags.map((tag) => (
          <span key={tag} class="tag">
            {tag}
          </span>
        ))}
      </td>
      <td class="cell-status">
        <StatusBadge status={ticket.status} />
      </td>
      <td class="cell-priority">
        <PriorityMark priority={ticket.priority} />
      </td>
      <td class="cell-contact truncate">{contactName(ticket.contact)}</td>
      <td class="cell-assignee">
        {assignee ? (
          <span class="assignee">
            <Avatar name={assignee.name} seed={assignee.id} url={assignee.avatarUrl} size={20} />
            <span class="truncate">{assignee.name}</span>
          </span>
        ) : (
          <span class="panel-quiet">{text.common.unassigned}</span>
        )}
      </td>
      <td class="cell-updated">
        <Ago time={ticket.updatedAt} />
      </td>
    </tr>
  );
}
