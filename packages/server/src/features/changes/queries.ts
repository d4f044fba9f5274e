import { and, eq, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import { visibleConversations } from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import { visibleTickets } from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";
import type { Position } from "./cursor.ts";
import type { Snapshot } from "./snapshot.ts";

export type Changing = typeof conversations | typeof tickets;

export interface Horizon {
  cluster: string;
  /** What can be seen now. */
  now: Snapshot;
  changed: boolean;
}

/** How far the database has come, and whether anything that this actor may see has changed since. */
export async function findHorizon(tx: Tx, since: Snapshot): Promise<Horizon> {
  const changed = (table: Changing, visible: SQL | undefined) =>
    sql`exists (select from ${table} where ${and(sql`${table.workspaceId} = ${tx.workspaceId}`, visible, unseen(table, since))})`;
  const [row] = await rowsOf<Horizon>(
    tx.db,
    sql`select (select system_identifier from pg_control_system())::text as cluster,
      pg_current_snapshot()::text as now,
      ${changed(conversations, visibleConversations(tx))} or ${changed(tickets, visibleTickets(tx))} as changed`,
  );
  if (!row) throw new Error("The database did not say how far it has come");
  return row;
}

/** Changed by a transaction that a snapshot did not see. The first half is for the index. */
const unseen = (table: Changing, since: Snapshot): SQL =>
  sql`${table.changedIn} >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(${table.changedIn}, ${since}::pg_snapshot)`;

/** Which rows of one reading come next, oldest change first. Ids alone: joined to all that is shown, a plan could read the whole table. */
export function listChanged(
  tx: Tx,
  table: Changing,
  visible: SQL | undefined,
  { since, until, from, limit }: { since: Snapshot; until: string; from: Position; limit: number },
): Promise<{ id: string; changedIn: string }[]> {
  const beyond = Array.isArray(from)
    ? sql`(${table.changedIn}, ${table.id}) > (${from[0]}::xid8, ${from[1]}::uuid)`
    : undefined;
  return tx.db
    .select({ id: table.id, changedIn: table.changedIn })
    .from(table)
    .where(
      and(
        eq(table.workspaceId, tx.workspaceId),
        visible,
        unseen(table, since),
        beyond,
        sql`${table.changedIn} < ${until}::xid8`,
      ),
    )
    .orderBy(table.changedIn, table.id)
    .limit(limit);
}
