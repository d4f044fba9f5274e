export { appendProactive } from "./append-proactive.ts";
