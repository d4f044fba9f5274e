import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import type { OwnPostgres } from "./own-postgres.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";
import type { Query } from "./truth.ts";

export function postgresFaults(database: OwnPostgres, query: Query, random: Random, { note }: Timeline): Fault[] {
  return [restart("fast", "restarted"), restart("crash", "crashed"), terminate(), terminate()];

  function restart(how: "fast" | "crash", what: string): Fault {
    return {
      name: `PostgreSQL is ${what}`,
      of: "PostgreSQL",
      takes: 5000,
      async run() {
        note(`PostgreSQL ${what}`);
        await database.stop(how);
        await pause(random.between(0, 2500));
        await database.start();
        note("PostgreSQL serves again");
      },
    };
  }

  /** As a proxy or an administrator does: some connections, whatever they are in the middle of. */
  function terminate(): Fault {
    return {
      name: "connections to PostgreSQL are ended",
      of: "PostgreSQL",
      takes: 3000,
      async run() {
        for (let time = 0; time < 6; time++) {
          const ended = await query(`
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 4`);
          note(`${ended.length} connections to PostgreSQL ended`);
          await pause(random.between(100, 700));
        }
      },
    };
  }
}
