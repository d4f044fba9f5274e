import type { ChildProcess } from "node:child_process";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { end, findProgram, freePort, isRunning, makeOwnFolder, spawnOwn, unprivilegedUser } from "./own.ts";

/** A PostgreSQL cluster made for this run, as durable as in production. */
export interface OwnPostgres {
  url: string;
  start(): Promise<void>;
  /** `fast` as for an upgrade; `crash` as when the machine's memory runs out: no checkpoint, recovery on the next start. */
  stop(how: "fast" | "crash"): Promise<void>;
}

export async function createOwnPostgres(): Promise<OwnPostgres> {
  const user = unprivilegedUser();
  const folder = makeOwnFolder("postgres", user);
  const port = await freePort();
  const data = join(folder, "data");
  const [initdb, program] = [findProgram("initdb"), findProgram("postgres")];
  await promisify(execFile)(
    initdb,
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { cwd: folder, ...user },
  );
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "32MB",
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const args = ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  let child: ChildProcess | null = null;
  return {
    url,
    async start() {
      if (isRunning(child)) return;
      child = spawnOwn(program, args, { cwd: folder, stdio: "ignore", ...user });
      await answers(url, child);
    },
    stop: (how) => end(child, how === "fast" ? "SIGINT" : "SIGQUIT"),
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    // It may be ended at any time, which is no news here.
    client.on("error", () => undefined);
    const up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (up) return;
    if (!isRunning(child)) throw new Error(`PostgreSQL ended with exit code ${child.exitCode}`);
    await pause(50);
  }
  throw new Error("PostgreSQL was not up within a minute");
}
