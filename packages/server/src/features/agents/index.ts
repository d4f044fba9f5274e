export { presentPublicAgent } from "./present.ts";
export { findAbsent, getAgent, isAnybodyAvailable, lockNextAgent } from "./queries.ts";
export { holdAvailability, settleAvailability } from "./settle-availability.ts";
export { tellAgents } from "./tell-agents.ts";
