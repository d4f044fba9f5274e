export { holdInTicket } from "./hold-in-ticket.ts";
export { reopenTicket, syncTicketAssignee } from "./sync-ticket.ts";
export { tellTicket } from "./tell-ticket.ts";
