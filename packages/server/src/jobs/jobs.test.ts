import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rowsOf } from "../db/database.ts";
import { giveChatsJob } from "../features/conversations/jobs.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";
import { createJobs } from "./jobs.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

const readQueues = async () => {
  const statement = sql`select name, retry_limit, retry_delay_max from pgboss.queue`;
  const rows = await rowsOf<{ name: string }>(server.deps.database.db, statement);
  return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
};

it("what somebody waits for outlives many tries that were broken off, and is never put off for long", async () => {
  const queues = await readQueues();
  for (const name of ["answer-message", "give-chats", "return-chats", "update-places"])
    expect(queues[name], name).toEqual({ retry_limit: 19, retry_delay_max: 30 });
});

it("queues that an earlier version made take the limits of this one", async () => {
  const { database, log } = server.deps;
  await database.db.execute(sql`update pgboss.queue set retry_limit = 2, retry_delay_max = null`);
  const jobs = createJobs(database, log);
  await jobs.start({ jobs: [giveChatsJob], periodicJobs: [] }, server.deps, false);
  await jobs.stop();
  expect((await readQueues())[giveChatsJob.name]).toEqual({ retry_limit: 19, retry_delay_max: 30 });
});
