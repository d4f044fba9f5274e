import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Database, Db } from "./database.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

/** Brings the schema up to date, whoever else is doing the same at this moment. */
export async function migrate({ db, engine }: Database): Promise<void> {
  await createRoles(db);
  // The migrators take their own driver's database; Db is exactly that underneath.
  if (engine === "pglite") {
    await migratePglite(db as never, { migrationsFolder });
    await secureTables(db);
  } else {
    await alone(db, async () => {
      await migratePostgres(db as never, { migrationsFolder });
      await secureTables(db);
    });
  }
}

/** Roles belong to the whole cluster, so another database's migration may be creating or granting them right now. */
async function createRoles(db: Db): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      for (const role of ["deskbell_app", "deskbell_lookup"]) {
        await db.execute(
          sql.raw(`do $$ begin
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit; end if;
          if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;
        end $$`),
        );
      }
      return;
    } catch (error) {
      if (attempt === 9) throw error;
      await pause(50 * (attempt + 1));
    }
  }
}

/** Runs while this process alone holds the database's migration lock. */
async function alone(db: Db, run: () => Promise<void>): Promise<void> {
  const lockKey = 0x6465736b; // "desk"
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    await run();
  });
}

/** Every table with a workspace gets row-level security that binds its owner too, and the grants that its policies suppose. */
async function secureTables(db: Db): Promise<void> {
  await db.execute(
    sql.raw(`do $$ declare t text; begin
    grant usage on schema public to deskbell_app, deskbell_lookup;
    for t in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')
        and (c.relname = 'workspaces' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
        and not (c.relrowsecurity and c.relforcerowsecurity and has_table_privilege('deskbell_app', c.oid, 'delete'))
    loop
      execute format('alter table %I enable row level security', t);
      execute format('alter table %I force row level security', t);
      execute format('grant select, insert, update, delete on %I to deskbell_app', t);
    end loop;
    for t in select distinct tablename from pg_policies where schemaname = 'public' and 'deskbell_lookup' = any(roles) loop
      execute format('grant select on %I to deskbell_lookup', t);
    end loop;
  end $$`),
  );
}
