import { asc, desc, eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import type { AgentRow } from "./present.ts";
import { agents, apiKeys } from "./tables.ts";

export async function findAgent(tx: Tx, id: string): Promise<AgentRow | null> {
  const [row] = await tx.db.select().from(agents).where(eq(agents.id, id));
  return row ?? null;
}

export async function getAgent(tx: Tx, id: string): Promise<AgentRow> {
  const row = await findAgent(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** All agents of the workspace, by name. */
export const listAgentRows = (tx: Tx): Promise<AgentRow[]> =>
  tx.db.select().from(agents).orderBy(asc(agents.name), asc(agents.id)).limit(1000);

/** All API keys of the workspace, the latest first. */
export const listApiKeyRows = (tx: Tx): Promise<(typeof apiKeys.$inferSelect)[]> =>
  tx.db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)).limit(1000);
