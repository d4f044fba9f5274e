import { type AgentRole, agentRoles } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

/** Nobody changes who stands above them, or lifts anybody there. The command line may do all. */
export const mayManage = (actor: Actor, ...roles: AgentRole[]): boolean =>
  actor.kind === "system" || (isAtLeast(actor, "admin") && roles.every((role) => isAtLeast(actor, role)));

/** One's own status is one's own; a supervisor may send anybody away or back. */
export const mayChangeStatus = (actor: Actor, agentId: string): boolean =>
  isAtLeast(actor, "supervisor") || (actor.kind === "agent" && actor.agentId === agentId);

export const mayChangeCapacity = (actor: Actor): boolean => isAtLeast(actor, "admin");

const isAtLeast = (actor: Actor, least: AgentRole): boolean =>
  "role" in actor && agentRoles.indexOf(actor.role) <= agentRoles.indexOf(least);
