import { getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contacts } from "../features/contacts/tables.ts";
import { newId } from "../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../test/actors.ts";
import { startTestServer, type TestServer } from "../test/harness.ts";
import { transact } from "../transact.ts";
import { rowsOf } from "./database.ts";

let server: TestServer;
let a: TestWorkspace;
let b: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  a = await createTestWorkspace(server);
  b = await createTestWorkspace(server);
  for (const workspace of [a, b]) {
    const [contact, agent] = [workspace.contact(), await workspace.agent()];
    const start = { clientId: newId(), message: { clientId: newId(), body: "Hello" }, handoff: true };
    const { conversation } = await contact.conversations.start(start);
    await agent.notes.create(conversation.id, { clientId: newId(), body: "A note" });
    await agent.conversations.escalate(conversation.id, {});
    await workspace.apiKey();
  }
});
afterAll(() => server.close());

/** Belong to no workspace, and the workspaces' role has no right to them. */
const global = ["auth_accounts", "auth_sessions", "auth_users", "auth_verifications", "nodes"];

interface Catalogued {
  name: string;
  tenant: boolean;
  forced: boolean;
  policies: number;
  granted: boolean;
}

const catalogue = () =>
  rowsOf<Catalogued>(
    server.deps.database.db,
    sql`select c.relname as name,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id') or c.relname = 'workspaces' as tenant,
      c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policies where schemaname = 'public' and tablename = c.relname and 'deskbell_app' = any(roles)) as policies,
      has_table_privilege('deskbell_app', c.oid, 'select') as granted
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );

const unguarded = (tables: Catalogued[]) =>
  tables
    .filter((t) => (t.tenant ? !t.forced || t.policies === 0 : t.granted || !global.includes(t.name)))
    .map(({ name }) => name);

it("every table of the catalogue has forced row-level security and a policy, or is global and out of the role's reach", async () => {
  const tables = await catalogue();
  expect(tables.filter(({ tenant }) => tenant).length).toBeGreaterThan(12);
  expect(unguarded(tables)).toEqual([]);
});

it("a table without a policy is found", async () => {
  const { db } = server.deps.database;
  await db.execute(sql`create table forgotten (id uuid, workspace_id uuid)`);
  try {
    expect(unguarded(await catalogue())).toEqual(["forgotten"]);
  } finally {
    await db.execute(sql`drop table forgotten`);
  }
});

it("the workspace's role cannot pass by its policies", async () => {
  const [role] = await rowsOf<{ super: boolean; bypass: boolean }>(
    server.deps.database.db,
    sql`select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = 'deskbell_app'`,
  );
  expect(role).toEqual({ super: false, bypass: false });
});

it("a query without any where sees nothing of another workspace, on every table", async () => {
  const names = (await catalogue()).filter(({ tenant }) => tenant).map(({ name }) => name);
  for (const name of names) {
    const column = name === "workspaces" ? "id" : "workspace_id";
    const seen = await transact(a.ctx, (tx) =>
      rowsOf<{ workspace: string }>(
        tx.db,
        sql`select ${sql.identifier(column)} as workspace from ${sql.identifier(name)}`,
      ),
    );
    expect(new Set(seen.map(({ workspace }) => workspace)), name).not.toContain(b.ctx.workspaceId);
  }
  const messages = await transact(a.ctx, (tx) => rowsOf(tx.db, sql`select * from messages`));
  expect(messages.length).toBeGreaterThan(0);
});

it("nothing can be written into another workspace, moved there, or changed there", async () => {
  const foreign = { workspaceId: b.ctx.workspaceId, attributes: {}, createdAt: new Date() };
  await expect(transact(a.ctx, (tx) => tx.db.insert(contacts).values(foreign))).rejects.toMatchObject({
    cause: { message: expect.stringContaining("row-level security") },
  });
  await expect(
    transact(a.ctx, (tx) => tx.db.update(contacts).set({ workspaceId: b.ctx.workspaceId })),
  ).rejects.toThrow();
  await transact(a.ctx, (tx) => tx.db.update(contacts).set({ name: "Changed" }));
  const names = await transact(b.ctx, (tx) => tx.db.select({ name: contacts.name }).from(contacts));
  expect(names.length, getTableName(contacts)).toBeGreaterThan(0);
  expect(names.map(({ name }) => name)).not.toContain("Changed");
});

it("the role and the workspace end with the transaction", async () => {
  await transact(a.ctx, async () => undefined);
  const [after] = await rowsOf<{ workspace: string | null; role: string }>(
    server.deps.database.db,
    sql`select nullif(current_setting('deskbell.workspace_id', true), '') as workspace, current_user as role`,
  );
  expect(after?.workspace).toBeNull();
  expect(after?.role).not.toBe("deskbell_app");
});
