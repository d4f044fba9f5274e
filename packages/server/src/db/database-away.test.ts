import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "../ids.ts";
import { eventually } from "../test/eventually.ts";
import { startTestServer } from "../test/harness.ts";
import { type Db, rowsOf } from "./database.ts";
import { isDatabaseAway } from "./database-away.ts";
import { openPostgres } from "./postgres.ts";

const withCode = (code: string, options?: ErrorOptions) => Object.assign(new Error(code, options), { code });

it.each(["ECONNREFUSED", "57P01", "57P03", "08006", "53300"])("%s: the database is away", (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(true);
  expect(isDatabaseAway(new Error("Failed query", { cause: withCode(code) }))).toBe(true);
});

it.each(["23505", "42P01", "40001", "22P02"])("%s: the database is there", (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(false);
  expect(isDatabaseAway({ code })).toBe(false);
});

describe.runIf(process.env.TEST_DATABASE_URL)("a PostgreSQL that cuts the connection of a transaction", () => {
  it("fails that transaction alone: nothing of it runs elsewhere, and all connections come back", async () => {
    const server = await startTestServer();
    const { database } = server.deps;
    const cut = async (db: Db) => {
      // The workspaces' role may not.
      await db.execute(sql`select set_config('role', 'none', true)`);
      await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    };
    for (let round = 0; round < 5; round++) {
      const after: unknown[] = [];
      const failed = await database
        .transaction(newId(), async (db) => {
          await cut(db).catch((error: unknown) => after.push(error));
          // What goes on regardless is refused, at once and later, when there are other connections.
          await db.execute(sql`select ${round}::int`).catch((error: unknown) => after.push(error));
          await pause(400);
          await db.execute(sql`select ${round}::int`).catch((error: unknown) => after.push(error));
        })
        .catch((error: unknown) => error);
      expect(isDatabaseAway(failed)).toBe(true);
      expect(after.map(isDatabaseAway)).toEqual([true, true, true]);
    }
    const select = (n: number) =>
      database.transaction(newId(), (db) => rowsOf<{ n: number }>(db, sql`select ${n}::int as n`));
    const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(select));
    expect(answers.map(([row]) => row?.n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await server.close();
  }, 30_000);

  it("is spoken to again by all who use it, when it has cut everybody", async () => {
    const server = await startTestServer();
    const { database } = server.deps;
    const ways = [
      () => database.lookUp((db) => rowsOf(db, sql`select current_user::text as who`)),
      () => database.transaction(newId(), (db) => rowsOf(db, sql`select current_user::text as who`)),
      () => rowsOf(database.db, sql`select 'owner' as who`),
    ];
    const who = [[{ who: "deskbell_lookup" }], [{ who: "deskbell_app" }], [{ who: "owner" }]];
    expect(await Promise.all(ways.map((ask) => ask()))).toEqual(who);
    const cutAll = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`;
    await rowsOf(database.db, cutAll).catch(() => undefined);
    await eventually(async () => expect(await Promise.all(ways.map((ask) => ask()))).toEqual(who));
    await server.close();
  }, 30_000);
});

const url = process.env.TEST_DATABASE_URL;
describe.runIf(url)("a network that resets the connections to PostgreSQL", () => {
  it("fails what is under way, and the next transaction is neither stuck nor given another's answers", async () => {
    const network = await createNetwork(url ?? "");
    const database = await openPostgres(network.url, 1);
    const wait = () => database.db.transaction((tx) => tx.execute(sql`select pg_sleep(10)`));
    const read = (n: number) => database.db.transaction((tx) => rowsOf<{ n: number }>(tx, sql`select ${n}::int as n`));
    for (let round = 1; round <= 5; round++) {
      const failing = wait().catch((error: unknown) => error);
      await pause(200);
      network.reset();
      expect(isDatabaseAway(await failing)).toBe(true);
      expect(await read(round)).toEqual([{ n: round }]);
    }
    await database.close();
    network.close();
  }, 20_000);
});

/** A way to PostgreSQL whose connections can be reset, all at once. */
async function createNetwork(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname);
    sockets.add(client);
    client.on("close", () => sockets.delete(client) && upstream.destroy()).on("error", () => undefined);
    upstream.on("close", () => client.destroy()).on("error", () => undefined);
    client.pipe(upstream).pipe(client);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () => void server.close(),
  };
}
