import type { TeamTicket } from "@deskbell/sdk/agent";
import { useRef } from "preact/hooks";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { updateTicket } from "./update-ticket.ts";

/** The subject as a heading that can be typed in: Enter or leaving saves, Escape takes it back. */
export function SubjectField({ ticket }: { ticket: TeamTicket }) {
  const { agent } = useMe();
  const field = useRef<HTMLInputElement>(null);
  const words = text.tickets.page;

  function save() {
    const subject = field.current?.value.trim() ?? "";
    if (subject && subject !== ticket.subject) void updateTicket(ticket, { subject }, agent);
    else if (field.current) field.current.value = ticket.subject;
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && field.current) field.current.value = ticket.subject;
    if (event.key === "Escape" || (event.key === "Enter" && !event.isComposing)) field.current?.blur();
  }

  return (
    <h1 class="subject">
      <input
        key={`${ticket.id} ${ticket.subject}`}
        ref={field}
        aria-label={agent.role === "viewer" ? words.subject : words.editSubject}
        defaultValue={ticket.subject}
        maxLength={200}
        readOnly={agent.role === "viewer"}
        onBlur={save}
        onKeyDown={handleKeyDown}
      />
    </h1>
  );
}
