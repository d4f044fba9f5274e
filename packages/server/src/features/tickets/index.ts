export { reopenTicket, syncTicketAssignee } from "./sync-ticket.ts";
export { tellTicket } from "./tell-ticket.ts";
