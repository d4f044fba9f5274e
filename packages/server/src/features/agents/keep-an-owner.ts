import { asc, eq } from "drizzle-orm";
import { allow } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import type { AgentRow } from "./present.ts";
import { agents } from "./tables.ts";

/** Before an owner goes or steps down. All owners are locked: of two who do so at once, one stays. */
export async function keepAnOwner(tx: Tx, leaving: AgentRow): Promise<void> {
  if (leaving.role !== "owner") return;
  const owners = await tx.db
    .select({ id: agents.id })
    .from(agents)
    .where(eq(agents.role, "owner"))
    .orderBy(asc(agents.id))
    .for("update");
  allow(
    owners.some(({ id }) => id !== leaving.id),
    "last_owner",
  );
}
