import { and, eq, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import { visibleConversations } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { visibleTickets } from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";
import type { Position } from "./cursor.ts";

export type Changing = typeof conversations | typeof tickets;

export interface Horizon {
  cluster: string;
  /** Every transaction before this one has ended: whatever it did can be seen. */
  next: string;
  /** No transaction from this one on can be seen. */
  until: string;
  changed: boolean;
}

/** How far the database has come, and whether anything that this actor may see has changed since. */
export async function findHorizon(tx: Tx, since: string): Promise<Horizon> {
  const changed = (table: Changing, visible: SQL | undefined) =>
    sql`exists (select from ${table} where ${and(sql`${table.workspaceId} = ${tx.workspaceId}`, visible, sql`${table.changedIn} >= ${since}::xid8`)})`;
  const [row] = await rowsOf<Horizon>(
    tx.db,
    sql`select (select system_identifier from pg_control_system())::text as cluster,
      pg_snapshot_xmin(pg_current_snapshot())::text as next, pg_snapshot_xmax(pg_current_snapshot())::text as until,
      ${changed(conversations, visibleConversations(tx))} or ${changed(tickets, visibleTickets(tx))} as changed`,
  );
  if (!row) throw new Error("The database did not say how far it has come");
  return row;
}

/** Which rows of one reading come next, oldest change first. Ids alone: joined to all that is shown, a plan could read the whole table. */
export function listChanged(
  tx: Tx,
  table: Changing,
  visible: SQL | undefined,
  { since, until, from, limit }: { since: string; until: string; from: Position; limit: number },
): Promise<{ id: string; changedIn: string }[]> {
  const beyond = Array.isArray(from)
    ? sql`(${table.changedIn}, ${table.id}) > (${from[0]}::xid8, ${from[1]}::uuid)`
    : sql`${table.changedIn} >= ${since}::xid8`;
  return tx.db
    .select({ id: table.id, changedIn: table.changedIn })
    .from(table)
    .where(and(eq(table.workspaceId, tx.workspaceId), visible, beyond, sql`${table.changedIn} < ${until}::xid8`))
    .orderBy(table.changedIn, table.id)
    .limit(limit);
}
