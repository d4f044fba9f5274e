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

const transaction = <T>(fn: (db: Db, conclude: () => void) => Promise<T>): Promise<T> =>
  server.deps.database.transaction(workspaceId, fn);

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

const seen = async (id: string) =>
  (await transaction((db) => rowsOf(db, sql`select id from contacts where id = ${id}`))).length === 1;
const inserting = (db: Db, id: string) =>
  db.insert(contacts).values({ id, workspaceId, attributes: {}, createdAt: new Date() }).execute();

it("who throws leaves nothing behind, and the next one finds the connection as new", async () => {
  const id = newId();
  const thrown = transaction(async (db) => {
    await inserting(db, id);
    throw new Error("Thought better of it");
  });
  await expect(thrown).rejects.toThrow("Thought better of it");
  expect(await seen(id)).toBe(false);
  await expect(transaction((db) => rowsOf(db, sql`select no_such_column`))).rejects.toThrow();
  await transaction((db) => inserting(db, id));
  expect(await seen(id)).toBe(true);
});

it("what is concluded is kept as a whole, or not at all", async () => {
  const [kept, lost] = [newId(), newId()];
  await transaction(async (db, conclude) => {
    const inserted = inserting(db, kept);
    conclude();
    await inserted;
  });
  expect(await seen(kept)).toBe(true);
  const failing = transaction(async (db, conclude) => {
    await inserting(db, lost);
    const again = inserting(db, lost);
    conclude();
    await again;
  });
  await expect(failing).rejects.toThrow();
  expect(await seen(lost)).toBe(false);
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
  it("whoever has concluded and throws has committed, and asks nothing more", async () => {
    const id = newId();
    const thrown = transaction(async (db, conclude) => {
      const inserted = inserting(db, id);
      conclude();
      await inserted;
      await rowsOf(db, sql`select 1`);
    });
    await expect(thrown).rejects.toThrow();
    expect(await seen(id)).toBe(true);
  });

  it("a failure that nobody waits for, of what was concluded, is not taken for a commit", async () => {
    const id = newId();
    const failing = transaction(async (db, conclude) => {
      await inserting(db, id);
      db.select({ half: sql`1 / 0` })
        .from(contacts)
        .execute()
        .catch(() => undefined);
      conclude();
    });
    await expect(failing).rejects.toThrow("division by zero");
    expect(await seen(id)).toBe(false);
  });

  it("whoever catches what a statement says does not commit half of it", async () => {
    const id = newId();
    const caught = transaction(async (db) => {
      await db.insert(contacts).values({ id, workspaceId, attributes: {}, createdAt: new Date() });
      await rowsOf(db, sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(caught).rejects.toThrow("division by zero");
  });
});
