export { reopenTicket, syncTicketAssignee } from "./sync-ticket.ts";
