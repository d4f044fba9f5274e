import { type AgentRole, agentRoles } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

const rank = (role: AgentRole): number => agentRoles.indexOf(role);

/** Nobody changes who stands above them, or lifts anybody there. The command line may do all. */
export function mayManage(actor: Actor, ...roles: AgentRole[]): boolean {
  if (actor.kind === "system") return true;
  return "role" in actor && roles.every((role) => rank(actor.role) <= rank(role));
}
