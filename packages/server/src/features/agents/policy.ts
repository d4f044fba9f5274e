import { type AgentRole, agentRoles } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

/** One's own status is one's own; a supervisor may send anybody away or back. */
export const mayChangeStatus = (actor: Actor, agentId: string): boolean =>
  isAtLeast(actor, "supervisor") || (actor.kind === "agent" && actor.agentId === agentId);

export const mayChangeCapacity = (actor: Actor): boolean => isAtLeast(actor, "admin");

const isAtLeast = (actor: Actor, least: AgentRole): boolean =>
  "role" in actor && agentRoles.indexOf(actor.role) <= agentRoles.indexOf(least);
