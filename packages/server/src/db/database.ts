import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pglite";
import { lockDataDir } from "./data-dir-lock.ts";

/** Drizzle over either engine: the same tables, the same queries. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database: embedded PGlite or a PostgreSQL server. */
export type Database = {
  /** As its owner, past all policies: for migrations and what belongs to no workspace. */
  db: Db;
  /** As the role that may read what leads to a workspace; each statement by itself. */
  lookUp<T>(fn: (db: Db) => Promise<T>): Promise<T>;
  /**
   * One transaction as the workspace's role, so that row-level security holds. Commits when `fn` is through. Called before that, `conclude`
   * sends the commit along with what was asked last, and nothing more can be asked; if any of it fails, nothing is kept and this throws.
   */
  transaction<T>(workspaceId: string, fn: (db: Db, conclude: () => void) => Promise<T>): Promise<T>;
  close(): Promise<void>;
} & ({ engine: "pglite"; pglite: PGlite } | { engine: "postgres"; url: string });

/** Opens the embedded database in a folder of its own, which no other process may have open. */
export async function openPglite(dataDir: string, snapshot?: Blob): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockDataDir(dataDir);
  const pglite = await PGlite.create({
    dataDir: join(dataDir, "database"),
    extensions: { pg_trgm, unaccent },
    ...(snapshot && { loadDataDir: snapshot }),
  });
  const db = asDb(drizzle(pglite, { casing: "snake_case" }));
  const as = <T>(settings: SQL, fn: (db: Db) => Promise<T>): Promise<T> =>
    db.transaction(async (tx) => {
      await tx.execute(settings);
      return fn(tx);
    });
  return {
    engine: "pglite",
    pglite,
    db,
    lookUp: (fn) => as(sql`select set_config('role', 'deskbell_lookup', true)`, fn),
    // Nothing travels to an embedded database.
    transaction: (workspaceId, fn) => as(enterWorkspace(workspaceId), (db) => fn(db, () => undefined)),
    close: () => pglite.close().then(unlock),
  };
}

/** Binds a transaction to a workspace and its policies. */
export const enterWorkspace = (workspaceId: string): SQL =>
  sql`select set_config('role', 'deskbell_app', true), set_config('deskbell.workspace_id', ${workspaceId}, true)`;

/** The rows of a raw statement. */
export async function rowsOf<Row>(db: Db, statement: SQL): Promise<Row[]> {
  // Both drivers answer so; Row is the caller's claim about its own statement.
  return ((await db.execute(statement)) as unknown as { rows: Row[] }).rows;
}

// The two drivers' databases differ only in the type of raw results, which rowsOf() evens out.
const asDb = (db: unknown): Db => db as Db;
