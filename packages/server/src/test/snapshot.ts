import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPglite } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { createJobs } from "../jobs/jobs.ts";
import { createLog } from "../log.ts";

const folder = join(import.meta.dirname, "../../dist/test");

/** A migrated, empty embedded database: creating one takes seconds, opening a copy does not. */
export const snapshotFile = join(folder, `snapshot-${process.env.DESKBELL_TEST_RUN ?? "local"}.tar`);

/** Vitest's global set-up of the server's tests. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = mkdtempSync(join(tmpdir(), "deskbell-snapshot-"));
  const database = await openPglite(dataDir);
  await migrate(database);
  const boss = createJobs(database, createLog("silent"));
  await boss.start({ jobs: [], periodicJobs: [] }, {} as never, false);
  await boss.stop();
  if (database.engine === "pglite") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(snapshotFile, Buffer.from(await (await database.pglite.dumpDataDir("none")).arrayBuffer()));
  }
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
  return () => rmSync(snapshotFile, { force: true });
}
