import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import pg from "pg";
import { type App, createApp, jobs, periodicJobs } from "../app.ts";
import { loadConfig } from "../config.ts";
import type { Deps } from "../context.ts";
import { type Database, openPglite } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { openPostgres } from "../db/postgres.ts";
import type { PresenceOptions } from "../features/presence/keep-presence.ts";
import { openFileStorage } from "../files/file-storage.ts";
import { newId } from "../ids.ts";
import { createJobs } from "../jobs/jobs.ts";
import { createLog } from "../log.ts";
import { hearCuts } from "../realtime/cuts.ts";
import { createSockets } from "../realtime/sockets.ts";
import { snapshotFile } from "./snapshot.ts";

/** A whole server in this process: own database, own port, real sockets, jobs running. */
export interface TestServer {
  url: string;
  app: App;
  deps: Deps;
  /** Stops everything and drops the database, unless it is another's. */
  close(): Promise<void>;
  /** Ends as a process does that is killed: nobody is told, nothing is tidied up. */
  die(): Promise<void>;
  /** What was written to the log, a line each. */
  logged: string[];
}

/**
 * On PGlite, or on the server that TEST_DATABASE_URL names. `parts` replaces parts of the process, such as its clock or
 * model; without `work`, jobs wait for ever; with `limits`, who asks too often is refused; `beside` is another node on its database.
 */
export async function startTestServer({
  work = true,
  limits = false,
  presence = {},
  beside,
  ping,
  ...parts
}: Partial<Pick<Deps, "model" | "now" | "storage" | "scanner" | "mailer">> & {
  work?: boolean;
  limits?: boolean;
  presence?: PresenceOptions;
  beside?: TestServer;
  ping?: { interval: number; timeout: number };
} = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "deskbell-test-"));
  const { database, drop } = beside ? another(beside.deps.database) : await openTestDatabase(dataDir);
  const config = loadConfig({ DESKBELL_LIMITS: limits ? "on" : "off", DATA_DIR: dataDir });
  const logged: string[] = [];
  const log = createLog("info", { write: (line) => void logged.push(line) });
  const sockets = createSockets({ redisUrl: process.env.TEST_REDIS_URL ?? null, log, ...(ping && { ping }) });
  const deps: Deps = {
    config,
    database,
    jobs: createJobs(database, log),
    telling: sockets.telling,
    log,
    storage: openFileStorage(config),
    scanner: null,
    mailer: null,
    now: () => new Date(),
    model: null,
    ...parts,
  };
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp(deps, { publicUrl: url, secret: "a test's secret of at least 32 characters", presence });
  await deps.jobs.start({ jobs, periodicJobs }, deps, work);
  sockets.open(app.socketAuthenticators, app.signals, app.presence);
  const stopHearing = await hearCuts(database, sockets);
  await app.presence.start(sockets.people);
  server.on(
    "request",
    getRequestListener((request, { incoming }) => app.fetch(request, incoming.socket.remoteAddress)),
  );
  sockets.attach(server);
  return {
    url,
    app,
    deps,
    logged,
    die: async () => {
      await app.presence.stop();
      await sockets.close();
      server.closeAllConnections();
    },
    close: async () => {
      await app.presence.stop();
      await sockets.close();
      server.closeAllConnections();
      await deps.jobs.stop();
      await stopHearing();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openTestDatabase(dataDir: string): Promise<{ database: Database; drop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const snapshot = existsSync(snapshotFile) ? new Blob([readFileSync(snapshotFile)]) : undefined;
    const database = await openPglite(dataDir, snapshot);
    await migrate(database);
    return { database, drop: () => database.close() };
  }
  const name = `deskbell_test_${newId().replaceAll("-", "")}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await openPostgres(own.href, 5);
  await migrate(database);
  const drop = async (): Promise<void> => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { database, drop };
}

/** Whoever opened it closes it. */
const another = (database: Database) => ({ database, drop: async () => undefined });
