import { type AgentRole, agentRoles } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

const writers: readonly AgentRole[] = agentRoles.slice(0, agentRoles.indexOf("supervisor") + 1);

/** The help centre is the workspace's voice: supervisors and above, and the workspace's own commands. */
export const mayWriteArticles = (actor: Actor): boolean =>
  actor.kind === "system" || ("role" in actor && writers.includes(actor.role));

/** Drafts are the team's. */
export const mayReadDrafts = (actor: Actor): boolean => actor.kind === "agent" || actor.kind === "apiKey";
