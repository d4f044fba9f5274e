export { presentPublicAgent } from "./present.ts";
export { getAgent } from "./queries.ts";
