export { QueueLine } from "./QueueLine.tsx";
