export { default as styles } from "../styles/tickets.css?inline";
export { Ticket } from "./Ticket.tsx";
export { TicketForm } from "./TicketForm.tsx";
export { Tickets } from "./Tickets.tsx";
