import {
  type TeamTicket,
  type TicketPriority,
  type TicketStatus,
  ticketPriorities,
  ticketTransitions,
} from "@deskbell/sdk/agent";
import type { ComponentChildren } from "preact";
import { AgentPicker } from "../conversation/AgentPicker.tsx";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { ChevronDownIcon, CloseIcon } from "../ui/icons.tsx";
import { Popover } from "../ui/Popover.tsx";
import { TagsField } from "../ui/TagsField.tsx";
import { assignTicket, updateTicket } from "./update-ticket.ts";

export function TicketFields({ ticket }: { ticket: TeamTicket }) {
  const { agent } = useMe();
  const words = text.tickets.page;
  const fixed = agent.role === "viewer";
  const next = ticketTransitions[ticket.status];
  return (
    <section class="panel-part ticket-fields" aria-label={words.details}>
      <h2 class="panel-title">{words.details}</h2>
      <Row label={words.status}>
        <select
          class="select"
          aria-label={words.status}
          value={ticket.status}
          disabled={fixed || next.length === 0}
          onChange={(event) => void updateTicket(ticket, { status: event.currentTarget.value as TicketStatus }, agent)}
        >
          {[ticket.status, ...next].map((status) => (
            <option key={status} value={status}>
              {text.tickets.status[status]}
            </option>
          ))}
        </select>
      </Row>
      {next.length === 0 && <p class="field-hint">{words.final}</p>}
      <Row label={words.priority}>
        <select
          class="select"
          aria-label={words.priority}
          value={ticket.priority}
          disabled={fixed}
          onChange={(event) =>
            void updateTicket(ticket, { priority: event.currentTarget.value as TicketPriority }, agent)
          }
        >
          {ticketPriorities.map((priority) => (
            <option key={priority} value={priority}>
              {text.tickets.priority[priority]}
            </option>
          ))}
        </select>
      </Row>
      <Row label={words.assignee}>
        <AssigneeField ticket={ticket} disabled={fixed} />
      </Row>
      <Row label={words.tags}>
        <TagsField
          tags={ticket.tags}
          words={{ add: text.tickets.page.addTag, remove: text.tickets.page.removeTag }}
          disabled={fixed}
          maxLength={40}
          onChange={(change) => void updateTicket(ticket, { tags: changedTags(ticket.tags, change) }, agent)}
        />
      </Row>
      <Row label={words.source}>{text.tickets.source[ticket.source]}</Row>
      <Row label={words.created}>
        <Ago time={ticket.createdAt} />
      </Row>
      {ticket.resolvedAt && (
        <Row label={words.resolved}>
          <Ago time={ticket.resolvedAt} />
        </Row>
      )}
    </section>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="ticket-field">
      <span class="ticket-field-label">{label}</span>
      <div class="ticket-field-value">{children}</div>
    </div>
  );
}

function AssigneeField({ ticket, disabled }: { ticket: TeamTicket; disabled: boolean }) {
  const me = useMe().agent;
  const { assignee } = ticket;
  return (
    <Popover
      buttonClass="select assignee-button"
      disabled={disabled}
      button={
        <>
          {assignee && <Avatar name={assignee.name} seed={assignee.id} url={assignee.avatarUrl} size={20} />}
          <span class="truncate">{assignee?.name ?? text.common.unassigned}</span>
          <span class="visually-hidden">
            <ChevronDownIcon size={12} />
          </span>
        </>
      }
      side="end"
    >
      {(close) => (
        <>
          <AgentPicker
            chosenId={assignee?.id ?? null}
            onChoose={(agent) => {
              close();
              void assignTicket(ticket, agent, me);
            }}
          />
          {assignee && (
            <>
              <hr class="menu-rule" />
              <button
                type="button"
                role="menuitem"
                class="menu-item"
                onClick={() => {
                  close();
                  void assignTicket(ticket, null, me);
                }}
              >
                <CloseIcon size={16} />
                {text.common.unassigned}
              </button>
            </>
          )}
        </>
      )}
    </Popover>
  );
}

const changedTags = (tags: string[], change: { add: string } | { remove: string }) =>
  "add" in change ? [...tags, change.add] : tags.filter((tag) => tag !== change.remove);
