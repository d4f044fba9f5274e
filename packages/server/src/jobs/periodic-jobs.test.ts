import { sql } from "drizzle-orm";
import { fromPglite, PgBoss } from "pg-boss";
import { expect, it, onTestFinished } from "vitest";
import { periodicJobs } from "../app.ts";
import { rowsOf } from "../db/database.ts";
import { eventually } from "../test/eventually.ts";
import { startTestServer } from "../test/harness.ts";
import { createJobs, definePeriodicJob } from "./jobs.ts";

it("a periodic job is scheduled once and runs on one node at a time, however many there are", async () => {
  const { deps, close } = await startTestServer({ work: false });
  onTestFinished(close);
  const { database, log } = deps;
  let runs = 0;
  let running = 0;
  let most = 0;
  let mayEnd = () => {};
  const end = new Promise<void>((resolve) => {
    mayEnd = resolve;
  });
  const job = definePeriodicJob({
    name: "every-minute",
    cron: "* * * * *",
    run: async () => {
      runs++;
      most = Math.max(most, ++running);
      await end;
      running--;
    },
  });
  const nodes = [createJobs(database, log), createJobs(database, log)];
  onTestFinished(async () => {
    mayEnd();
    for (const node of nodes) await node.stop();
  });
  for (const node of nodes) await node.start({ jobs: [], periodicJobs: [job] }, deps, true);
  const scheduled = await rowsOf(database.db, sql`select name, cron from pgboss.schedule order by name`);
  expect(scheduled).toEqual(
    [...periodicJobs, job].map(({ name, cron }) => ({ name, cron })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const boss = new PgBoss(
    database.engine === "pglite"
      ? { db: fromPglite(database.pglite), backend: "pglite" }
      : { connectionString: database.url, max: 1 },
  );
  onTestFinished(() => boss.stop());
  await boss.start();
  const minute = () => boss.send(job.name);
  expect(await minute()).not.toBeNull();
  await eventually(() => expect(running).toBe(1));
  // A minute later, and another: the first still runs.
  expect([await minute(), await minute()]).toEqual([null, null]);
  mayEnd();
  await eventually(async () => expect(await minute()).not.toBeNull(), 10_000);
  await eventually(() => expect(runs).toBe(2), 10_000);
  expect(most).toBe(1);
}, 30_000);
