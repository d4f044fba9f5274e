import type { TeamTicket, TicketView } from "@deskbell/sdk/agent";

const settled = new Set(["resolved", "closed", "cancelled"]);

/** The server's rule, to keep lists right between two fetches. */
export function belongsToTicketView(ticket: TeamTicket, view: TicketView, agentId: string): boolean {
  const open = !settled.has(ticket.status);
  switch (view) {
    case "open":
      return open;
    case "mine":
      return open && ticket.assignee?.id === agentId;
    case "unassigned":
      return open && ticket.assignee === null;
    case "resolved":
      return !open;
    case "all":
      return true;
  }
}
