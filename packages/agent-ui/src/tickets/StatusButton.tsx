import { type TeamTicket, type TicketStatus, ticketTransitions } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { CheckIcon, ReturnIcon } from "../ui/icons.tsx";
import { updateTicket } from "./update-ticket.ts";

/** The step that is taken most: resolve, or open again. */
export function StatusButton({ ticket }: { ticket: TeamTicket }) {
  const { agent } = useMe();
  if (agent.role === "viewer") return null;
  const allowed = ticketTransitions[ticket.status];
  const change = (status: TicketStatus) => void updateTicket(ticket, { status }, agent);
  if (allowed.includes("resolved"))
    return (
      <button type="button" class="button button-primary" onClick={() => change("resolved")}>
        <CheckIcon size={16} />
        {text.tickets.page.resolve}
      </button>
    );
  if (allowed.includes("open"))
    return (
      <button type="button" class="button" onClick={() => change("open")}>
        <ReturnIcon size={16} />
        {text.tickets.page.reopen}
      </button>
    );
  return null;
}
