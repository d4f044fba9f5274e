export { default as styles } from "../styles/ticket-strip.css?inline";
export { TicketStrip } from "./TicketStrip.tsx";
