import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What this run has started and made: whatever happens to it, nothing of that stays behind, and nothing else is touched. */
const children = new Set<ChildProcess>();
const folders = new Set<string>();

process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));

export function spawnOwn(file: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(file, args, options);
  children.add(child);
  // A frozen one would not notice the end of this run.
  child.once("exit", () => children.delete(child));
  return child;
}

export const isRunning = (child: ChildProcess | null): boolean =>
  child !== null && child.pid !== undefined && child.exitCode === null && child.signalCode === null;

export async function end(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || !isRunning(child)) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

export function makeOwnFolder(name: string, owner?: User): string {
  const folder = mkdtempSync(join(tmpdir(), `deskbell-chaos-${name}-`));
  folders.add(folder);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

export interface User {
  uid: number;
  gid: number;
}

/** Whom PostgreSQL runs as: it refuses root. `undefined`: whoever runs this. */
export function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // There is no such user here: the next one.
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
}

/** A program of this machine, on the path or where Debian keeps PostgreSQL's. */
export function findProgram(name: string): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...(process.env.PATH ?? "").split(delimiter), ...versions.map((each) => join(debian, each, "bin"))];
  const found = places.map((place) => join(place, name)).find((file) => existsSync(file));
  if (!found) throw new MissingProgramError(name);
  return found;
}

class MissingProgramError extends Error {
  constructor(name: string) {
    super(
      `There is no ${name} on this machine: install PostgreSQL and Redis, or run the part that needs neither with --engine pglite.`,
    );
  }
}

/** Below the ports that the system gives to outgoing connections: those could take it while its server is down. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port)) return port;
  }
  throw new Error("There is no free port");
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
