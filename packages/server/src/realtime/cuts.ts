import { sql } from "drizzle-orm";
import type { Database, Db } from "../db/database.ts";
import { listen } from "../db/listen.ts";
import { type Whom, whomSchema } from "./whom.ts";

const channel = "deskbell_cut";

/** With the commit, every process on this PostgreSQL hears it, though the one that commits should die of it. */
export async function announceCut({ engine }: Pick<Database, "engine">, db: Db, whom: Whom): Promise<void> {
  // The embedded database has no other process.
  if (engine === "postgres") await db.execute(sql`select pg_notify(${channel}, ${JSON.stringify(whom)})`);
}

/** Hears what other processes announce, until it is stopped. After a gap in hearing, everybody who is connected here is authenticated again. */
export async function hearCuts(
  database: Database,
  { cutHere, recheck }: { cutHere(whom: Whom): void; recheck(): void },
): Promise<() => Promise<void>> {
  if (database.engine !== "postgres") return async () => undefined;
  let heardBefore = false;
  return listen(
    database.url,
    channel,
    (text) => {
      const whom = whomSchema.safeParse(JSON.parse(text));
      if (whom.success) cutHere(whom.data);
    },
    () => {
      if (heardBefore) recheck();
      heardBefore = true;
    },
  );
}
