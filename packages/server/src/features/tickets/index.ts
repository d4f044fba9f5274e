export { holdInTicket } from "./hold-in-ticket.ts";
export { presentTeamTicket, presentTicket } from "./present.ts";
export { selectTicketViews, type TicketView, ticketsVisibleTo as visibleTickets } from "./queries.ts";
export { reopenTicket, syncTicketAssignee } from "./sync-ticket.ts";
export { tellTicket } from "./tell-ticket.ts";
