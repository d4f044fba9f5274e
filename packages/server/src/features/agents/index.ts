export { type AgentRow, presentPublicAgent } from "./present.ts";
export {
  findAbsent,
  findAgent,
  getAgent,
  hasRoom,
  isAnybodyAvailable,
  lockNextAgent,
  mayAnswerFor,
} from "./queries.ts";
export { holdAvailability, settleAvailability } from "./settle-availability.ts";
export { tellAgents, tellAllAgents } from "./tell-agents.ts";
