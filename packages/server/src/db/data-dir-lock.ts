import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Another process has the data dir open. */
export class DataDirLockedError extends Error {
  constructor(dataDir: string) {
    super(
      `The data dir ${dataDir} is in use by another Deskbell process: stop that one first, or set DATA_DIR to another folder`,
    );
    this.name = "DataDirLockedError";
  }
}

/**
 * Holds a data dir by listening on a socket named for it: the system lets go when the process dies, however it dies,
 * and a reused pid cannot fool it. Returns the release.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = lockPath(dataDir);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) return () => new Promise((done) => server.close(() => done()));
    if (await isAlive(path)) throw new DataDirLockedError(dataDir);
    if (process.platform !== "win32") rmSync(path, { force: true });
  }
  throw new DataDirLockedError(dataDir);
}

function lockPath(dataDir: string): string {
  const inside = join(realpathSync(dataDir), "lock.sock");
  const hash = createHash("sha256").update(inside).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\deskbell-${hash}`;
  // A Unix socket's path is limited to about 100 bytes.
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `deskbell-${hash}.sock`);
}

const listen = (path: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });

const isAlive = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
  });
