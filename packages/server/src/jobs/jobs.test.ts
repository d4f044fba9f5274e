import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rowsOf } from "../db/database.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

it("what somebody waits for outlives many tries that were broken off, and is never put off for long", async () => {
  const statement = sql`select name, retry_limit, retry_delay_max from pgboss.queue`;
  const rows = await rowsOf<{ name: string }>(server.deps.database.db, statement);
  const queues = Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
  for (const name of ["answer-message", "give-chats", "return-chats", "update-places"])
    expect(queues[name], name).toEqual({ retry_limit: 19, retry_delay_max: 30 });
});
