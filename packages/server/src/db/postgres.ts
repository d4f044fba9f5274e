import { setTimeout as pause } from "node:timers/promises";
import { drizzle, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { BatchingSocket } from "./batching-socket.ts";
import { type Database, type Db, enterWorkspace } from "./database.ts";

/** Connects to a PostgreSQL server. Throws when it does not answer. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const [owner, app] = [openPool(url, 4), openPool(url, connections)];
  const lookup = openShared(url, "deskbell_lookup");
  const close = async (): Promise<void> => {
    const ended = Promise.all([owner, lookup, app].map((open) => open.end()));
    await Promise.race([ended, pause(5_000, undefined, { ref: false })]);
  };
  try {
    await owner.query("select 1");
  } catch (error) {
    await close();
    throw error;
  }
  const lookupDb = dbOn(lookup.query);
  return {
    engine: "postgres",
    url,
    db: drizzle(owner, { casing: "snake_case" }) as unknown as Db,
    lookUp: (fn) => fn(lookupDb),
    transaction: (workspaceId, fn) => transaction(app, workspaceId, fn),
    close,
  };
}

const optionsFor = (connectionString: string) => ({
  connectionString,
  // A statement does not wait for the answers to those before it.
  pipeline: true,
  stream: () => new BatchingSocket(),
  keepAlive: true,
  // How long to wait for a connection, a new one or one that others have. In ms.
  connectionTimeoutMillis: 10_000,
});

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...optionsFor(url),
    max,
    idleTimeoutMillis: 60_000,
    // A transaction that nobody continues, its locks and its connection are given back. In ms.
    idle_in_transaction_session_timeout: 10_000,
    // Memory of old statements and plans goes, and so does a server that a name no longer stands for.
    maxLifetimeSeconds: 3600,
  });
  pool.on("error", heardElsewhere);
  pool.on("connect", (client) => client.on("error", heardElsewhere));
  return pool;
}

/** Who uses a connection that breaks hears it from their statement, and the next one gets another connection. */
const heardElsewhere = (): void => undefined;

/** One connection for short questions, each by itself: what many ask at the same time travels together. */
function openShared(url: string, role: string): { query: Run; end(): Promise<void> } {
  let current: Promise<pg.Client> | null = null;
  const open = (): Promise<pg.Client> => {
    const client = new pg.Client({ ...optionsFor(url), query_timeout: 10_000 });
    const opened = client
      .connect()
      .then(() => client.query(`set role ${role}`))
      .then(() => client);
    const forget = (): void => {
      if (current === opened) current = null;
    };
    client.on("error", heardElsewhere);
    client.once("end", forget);
    opened.catch(() => {
      forget();
      return client.end();
    });
    current = opened;
    return opened;
  };
  return {
    query: async (config, values) => (await (current ?? open())).query(config, values),
    end: async () => (await current?.catch(() => null))?.end(),
  };
}

/**
 * A round trip costs more than most statements: `begin` and the settings travel with the first statement of `fn`, and
 * statements of which none awaits another travel together.
 */
async function transaction<T>(
  pool: pg.Pool,
  workspaceId: string,
  fn: (db: Db, conclude: () => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failed: unknown;
  let isOver = false;
  let end: Promise<pg.QueryResult> | null = null;
  const run: Run = (config, values) => {
    // The connection may be somebody else's by now.
    if (isOver) return Promise.reject(new Error("The transaction of this statement is over"));
    const answer = client.query(config, values);
    answer.catch((error: unknown) => {
      failed ??= error;
    });
    return answer;
  };
  const conclude = (): void => {
    // Sent behind what was asked last, at the same time.
    end ??= run(commit, []);
    isOver = true;
  };
  const db = dbOn(run);
  const begun = Promise.all([run(begin, []), run(enter, [workspaceId])]);
  try {
    const [value] = await Promise.all([fn(db, conclude), begun]);
    // Whoever caught it: PostgreSQL would take the commit for a rollback.
    if (failed) throw failed;
    conclude();
    await end;
    // So it did with one that travelled ahead of its failure.
    if (failed) throw failed;
    client.release();
    return value;
  } catch (error) {
    isOver = true;
    // A connection that is gone needs none.
    await client.query("rollback").catch(() => undefined);
    // What a name stands for may have gone wrong for good (its table was changed).
    client.release(failed !== undefined);
    throw isAborted(error) ? failed : error;
  }
}

type Run = (config: pg.QueryConfig, values: unknown[]) => Promise<pg.QueryResult>;

const dialect = new PgDialect({ casing: "snake_case" });
const names = new Map<string, string>();
const most = 500;
const begin = named({ text: "begin" });
const commit = named({ text: "commit" });
const enter = named({ text: dialect.sqlToQuery(enterWorkspace("")).sql });

function dbOn(run: Run): Db {
  const client = { query: (config: pg.QueryConfig, values: unknown[]) => run(named(config), values) };
  return new PgDatabase(dialect, new NodePgSession(client as never, dialect, undefined), undefined) as unknown as Db;
}

/** Statements have names: PostgreSQL parses and plans each once per connection. */
function named(config: pg.QueryConfig): pg.QueryConfig {
  return { ...config, name: nameOf(config.text) };
}

/** Statements that are put together differently each time would fill memory. */
function nameOf(statement: string): string | undefined {
  const name = names.get(statement) ?? (names.size < most ? `s${names.size}` : undefined);
  if (name) names.set(statement, name);
  return name;
}

/** Of a statement that came after the one that failed. */
function isAborted(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof pg.DatabaseError && cause.code === "25P02";
}
