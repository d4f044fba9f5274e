import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { lockDataDir } from "./data-dir-lock.ts";

/** Drizzle over either engine: the same tables, the same queries. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database: embedded PGlite or a PostgreSQL server. */
export type Database = { db: Db; close(): Promise<void> } & (
  | { engine: "pglite"; pglite: PGlite }
  | {
      engine: "postgres";
      url: string;
      /** Hears a channel's notifications for as long as the database is open; `joined` on every connect, also after a gap. */
      listen(channel: string, heard: (text: string) => void, joined: () => void): Promise<void>;
    }
);

/** Opens the embedded database in a folder of its own, which no other process may have open. */
export async function openPglite(dataDir: string, snapshot?: Blob): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockDataDir(dataDir);
  const pglite = await PGlite.create({
    dataDir: join(dataDir, "database"),
    extensions: { pg_trgm, unaccent },
    ...(snapshot && { loadDataDir: snapshot }),
  });
  return {
    engine: "pglite",
    pglite,
    db: asDb(drizzlePglite(pglite, { casing: "snake_case" })),
    close: () => pglite.close().then(unlock),
  };
}

/** Connects to a PostgreSQL server. Throws when it does not answer. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 10,
    // In seconds. The driver's own pauses grow to 20: requests would hang, and go on hanging when it is long back.
    backoff: () => 0.1 + Math.random() * 0.1,
    // A transaction that nobody continues, its locks and its connection are given back. In ms.
    connection: { idle_in_transaction_session_timeout: 10_000 },
    onnotice: () => undefined,
  });
  try {
    await client`select 1`;
  } catch (error) {
    await client.end({ timeout: 0 });
    throw error;
  }
  return {
    engine: "postgres",
    url,
    listen: async (channel, heard, joined) => void (await client.listen(channel, heard, joined)),
    db: asDb(drizzlePostgres(client, { casing: "snake_case" })),
    close: () => client.end({ timeout: 5 }),
  };
}

/** The rows of a raw statement: the two drivers wrap them differently. */
export async function rowsOf<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(statement);
  // Row is the caller's claim about its own statement; drivers know no types.
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
}

// The two drivers' databases differ only in the type of raw results, which rowsOf() evens out.
const asDb = (db: unknown): Db => db as Db;
