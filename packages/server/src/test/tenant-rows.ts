import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "../db/database.ts";

/** What was last read, and where the log of all writing stood before: as long as it stands there, nothing was written. */
const lastRead = new WeakMap<Db, { log: string; rows: string[] }>();

/** Every row of every tenant table as text, whatever the workspace: what a refused call must leave as it was. */
export async function tenantRows(db: Db): Promise<string[]> {
  const [position] = await rowsOf<{ log: string }>(db, sql`select pg_current_wal_insert_lsn()::text as log`);
  const log = position?.log ?? "";
  const known = lastRead.get(db);
  if (known?.log === log) return known.rows;
  const rows = await readRows(db);
  lastRead.set(db, { log, rows });
  return rows;
}

async function readRows(db: Db): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname = 'workspaces' or exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id'))
      order by 1`,
  );
  const selects = tables.map(
    ({ name }) => sql`select ${name}::text || ' ' || to_jsonb(t)::text as row from ${sql.identifier(name)} t`,
  );
  const rows = await rowsOf<{ row: string }>(db, sql`${sql.join(selects, sql` union all `)} order by 1`);
  return rows.map(({ row }) => row);
}
