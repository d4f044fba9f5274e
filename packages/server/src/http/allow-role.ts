import { type AgentRole, agentRoles } from "@deskbell/contract";
import { allow } from "../app-error.ts";
import type { Actor } from "../context.ts";

/** Roles stand from most to least; anybody at or above `least` may. */
export function allowRole(actor: Actor, least: AgentRole): void {
  const role = "role" in actor ? actor.role : null;
  allow(role !== null && agentRoles.indexOf(role) <= agentRoles.indexOf(least), "forbidden");
}
