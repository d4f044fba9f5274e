import type { Db } from "./database.ts";

/**
 * A query that is put together once for all connections: for where that would take longer than running it.
 * Its values come by name, see `sql.placeholder`. It is sent when it is called: those that are called one after the other
 * without awaiting run in this order, in one round trip.
 */
export function prepare<R>(build: (db: Db) => Preparable<R>): (db: Db, values: Values) => Promise<R> {
  // One for each driver: tests have both.
  const prepared = new Map<unknown, Prepared<R>>();
  return (db, values) => {
    const { session } = internalsOf(db);
    const query = prepared.get(session.constructor) ?? build(db).prepare("");
    prepared.set(session.constructor, query);
    // Drizzle prepares for one client, and every transaction has its own.
    const here: Prepared<R> = Object.create(query, { client: { value: session.client } });
    return here.execute(values);
  };
}

type Values = Record<string, unknown>;

interface Preparable<R> {
  prepare(name: string): Prepared<R>;
}

interface Prepared<R> {
  execute(values: Values): Promise<R>;
}

// What both drivers' databases have, and drizzle's types do not show.
const internalsOf = (db: Db): { session: { client: unknown } } => db._ as never;
