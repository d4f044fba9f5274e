import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createOwnDatabase } from "./own-database.ts";

const serverFolder = join(import.meta.dirname, "../packages/server");

/** A real server process with a port and a database of its own, with the demo workspace in it. */
export interface TestServer {
  readonly url: string;
  /** What it is started with: a second node takes the same database and secret. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  /** `null`: the embedded database. */
  readonly databaseUrl: string | null;
  /** Starts it, again on the same port and data after a stop; resolves when it is ready. */
  start(): Promise<void>;
  /** As Ctrl-C does, or as another signal; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** `pnpm deskbell …` on the same data. The embedded database belongs to one process: not while the server runs on it. */
  deskbell(...args: string[]): Promise<string>;
  /** All it has written so far. */
  output(): string;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Prepares a server; `env` comes on top of what gives it its own port and data. */
export async function createTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const database = await createOwnDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    PATH: process.env.PATH,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DESKBELL_LOG: "warn",
    // Dozens of processes run the same files.
    NODE_COMPILE_CACHE: join(import.meta.dirname, "../.cache/node"),
    ...database.env,
    ...env,
  };
  let child: ChildProcess | null = null;
  let output = "";
  let errors = "";

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
    return child.exitCode;
  };

  return {
    url,
    environment,
    dataDir: database.dataDir,
    databaseUrl: database.env.DATABASE_URL ?? null,
    async start() {
      child = spawn(process.execPath, ["src/main.ts"], { cwd: serverFolder, env: environment });
      child.stdout?.on("data", (chunk) => (output += chunk));
      child.stderr?.on("data", (chunk) => {
        output += chunk;
        errors += chunk;
      });
      await becomesReady(url, child, () => errors);
    },
    stop: (signal = "SIGINT") => end(signal),
    kill: async () => void (await end("SIGKILL")),
    deskbell: (...args) =>
      new Promise((resolve, reject) => {
        const options = { cwd: serverFolder, env: environment };
        execFile(process.execPath, ["src/cli/main.ts", ...args], options, (error, stdout, stderr) => {
          if (error) reject(new Error(`deskbell ${args.join(" ")}: ${stderr || error.message}`));
          else resolve(stdout);
        });
      }),
    output: () => output,
    async remove() {
      await end("SIGKILL");
      await database.remove();
    },
  };
}

async function becomesReady(url: string, child: ChildProcess, errors: () => string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}:\n${errors()}`);
    if (await isReady(url)) return;
    await pause(50);
  }
  throw new Error(`The server was not ready within three minutes:\n${errors()}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}
