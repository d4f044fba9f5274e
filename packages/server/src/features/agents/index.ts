export { type AgentRow, presentPublicAgent } from "./present.ts";
export { findAgent, getAgent } from "./queries.ts";
