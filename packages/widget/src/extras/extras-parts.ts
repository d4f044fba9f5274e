export { ChatExtras } from "./ChatExtras.tsx";
