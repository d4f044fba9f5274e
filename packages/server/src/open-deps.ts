import { join } from "node:path";
import { createOpenAiChatModel } from "./ai/openai-chat-model.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./context.ts";
import { type Database, openPglite } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { openPostgres } from "./db/postgres.ts";
import { createClamd } from "./files/clamd.ts";
import { openFileStorage } from "./files/file-storage.ts";
import { createJobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import { createMailer } from "./mail/mailer.ts";
import type { Telling } from "./realtime/telling.ts";

/** The database did not answer. */
export class DatabaseUnreachableError extends Error {
  constructor(url: string, cause: unknown) {
    const { host, pathname } = new URL(url);
    super(
      `The database at ${host}${pathname} cannot be reached (${describe(cause)}): check DATABASE_URL and that PostgreSQL is running`,
    );
    this.name = "DatabaseUnreachableError";
  }
}

/** Opens and migrates the database and puts the parts of a process together. */
export async function openDeps(config: Config, log: Log, telling: Telling): Promise<Deps> {
  const database = await openDatabase(config);
  await migrate(database);
  return {
    config,
    database,
    jobs: createJobs(database, log),
    telling,
    log,
    storage: openFileStorage(config),
    scanner: config.clamdUrl ? createClamd(config.clamdUrl) : null,
    mailer: config.mail ? createMailer(config.mail) : null,
    now: () => new Date(),
    model: createOpenAiChatModel(config.openai),
  };
}

async function openDatabase({ databaseUrl, dataDir }: Config): Promise<Database> {
  if (!databaseUrl) return openPglite(join(dataDir));
  try {
    return await openPostgres(databaseUrl);
  } catch (error) {
    throw new DatabaseUnreachableError(databaseUrl, error);
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? error.message || ("code" in error ? String(error.code) : error.name) : String(error);
