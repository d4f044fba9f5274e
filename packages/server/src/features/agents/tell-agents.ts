import type { Tx } from "../../transact.ts";
import { presentAgent } from "./present.ts";
import { type AgentView, listAgentViews, listAllAgentViews } from "./queries.ts";

/** Tells the team how these agents now are, and how busy. */
export async function tellAgents(tx: Tx, ids: string[]): Promise<AgentView[]> {
  if (ids.length === 0) return [];
  const views = await listAgentViews(tx, ids);
  tx.tell.team("presence", { agents: views.map(presentAgent), contacts: [] });
  return views;
}

/** After what concerns them all. */
export async function tellAllAgents(tx: Tx): Promise<void> {
  tx.tell.team("presence", { agents: (await listAllAgentViews(tx)).map(presentAgent), contacts: [] });
}
