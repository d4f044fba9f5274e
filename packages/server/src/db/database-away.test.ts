import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rowsOf } from "./database.ts";
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

const url = process.env.TEST_DATABASE_URL;
describe.runIf(url)("a PostgreSQL that cuts the connection of a transaction", () => {
  it("fails that transaction alone: nothing of it runs elsewhere, and all connections come back", async () => {
    const database = await openPostgres(url ?? "", 2);
    const cut = (db: typeof database.db) => db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    for (let round = 0; round < 5; round++) {
      const after: unknown[] = [];
      const failed = await database.db
        .transaction(async (tx) => {
          await cut(tx).catch((error: unknown) => after.push(error));
          // What goes on regardless is refused, at once and later, when the connection has been made anew.
          await tx.execute(sql`select ${round}::int`).catch((error: unknown) => after.push(error));
          await pause(400);
          await tx.execute(sql`select ${round}::int`).catch((error: unknown) => after.push(error));
        })
        .catch((error: unknown) => error);
      expect(isDatabaseAway(failed)).toBe(true);
      await pause(500);
      expect(after.map(isDatabaseAway)).toEqual([true, true, true]);
    }
    const answers = Array.from({ length: 6 }, (_, n) => rowsOf<{ n: number }>(database.db, sql`select ${n}::int as n`));
    expect((await Promise.all(answers)).map(([row]) => row?.n)).toEqual([0, 1, 2, 3, 4, 5]);
    await database.close();
  }, 20_000);
});
