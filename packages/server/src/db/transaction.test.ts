import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contacts } from "../features/contacts/tables.ts";
import { newId } from "../ids.ts";
import { createTestWorkspace } from "../test/actors.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";
import { type Db, rowsOf } from "./database.ts";
import { prepare } from "./prepare.ts";

let server: TestServer;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestServer();
  workspaceId = (await createTestWorkspace(server)).ctx.workspaceId;
});
afterAll(() => server.close());

const transaction = <T>(fn: (db: Db) => Promise<T>): Promise<T> => server.deps.database.transaction(workspaceId, fn);

it("prepared statements run in the order of their calls, though none awaits another", async () => {
  const append = (n: number) =>
    prepare((db) =>
      db
        .select({
          [`n${n}`]: sql`set_config('test.order', coalesce(current_setting('test.order', true), '') || ${sql.placeholder("letter")}::text, true)`,
        })
        .from(sql`(values (1)) as one`),
    );
  const [first, second] = [append(1), append(2)];
  for (let round = 0; round < 3; round++) {
    const order = await transaction(async (db) => {
      const calls = [first(db, { letter: "a" }), second(db, { letter: "b" }), first(db, { letter: "c" })];
      await Promise.all(calls);
      return rowsOf<{ order: string }>(db, sql`select current_setting('test.order') as order`);
    });
    expect(order).toEqual([{ order: "abc" }]);
  }
});

it("a statement that comes when its transaction is over is refused", async () => {
  const db = await transaction(async (db) => db);
  await expect(rowsOf(db, sql`select 1`)).rejects.toThrow();
});

it("who throws leaves nothing behind, and the next one finds the connection as new", async () => {
  const id = newId();
  const insert = (db: Db) =>
    db.insert(contacts).values({ id, workspaceId, attributes: {}, createdAt: new Date() }).returning();
  const thrown = transaction(async (db) => {
    await insert(db);
    throw new Error("Thought better of it");
  });
  await expect(thrown).rejects.toThrow("Thought better of it");
  const seen = () => transaction((db) => rowsOf(db, sql`select id from contacts where id = ${id}`));
  expect(await seen()).toEqual([]);
  await expect(transaction((db) => rowsOf(db, sql`select no_such_column`))).rejects.toThrow();
  await transaction(insert);
  expect(await seen()).toEqual([{ id }]);
});

describe("what looks up", () => {
  const lookUp = (statement: ReturnType<typeof sql>) =>
    server.deps.database.lookUp((db) => rowsOf(db, statement)).catch((error: Error) => (error.cause as Error).message);

  it("reads what leads to a workspace, and nothing inside of one", async () => {
    expect(await lookUp(sql`select id from channels where workspace_id = ${workspaceId}`)).toHaveLength(2);
    expect(await lookUp(sql`select id from messages`)).toContain("permission denied");
    expect(await lookUp(sql`select id from contacts`)).toContain("permission denied");
  });

  it("writes nothing", async () => {
    expect(await lookUp(sql`delete from channels`)).toContain("permission denied");
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)("on PostgreSQL", () => {
  it("whoever catches what a statement says does not commit half of it", async () => {
    const id = newId();
    const caught = transaction(async (db) => {
      await db.insert(contacts).values({ id, workspaceId, attributes: {}, createdAt: new Date() });
      await rowsOf(db, sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(caught).rejects.toThrow("division by zero");
  });
});
