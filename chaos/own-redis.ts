import type { ChildProcess } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { end, findProgram, freePort, isRunning, makeOwnFolder, spawnOwn } from "./own.ts";

/** A Redis made for this run, which keeps nothing over a stop. */
export interface OwnRedis {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** It answers nobody, and refuses nobody either. */
  freeze(): void;
  thaw(): void;
}

export async function createOwnRedis(): Promise<OwnRedis> {
  const folder = makeOwnFolder("redis");
  const port = await freePort();
  const program = findProgram("redis-server");
  const settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  let child: ChildProcess | null = null;
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      if (isRunning(child)) return;
      child = spawnOwn(program, settings.map(String), { cwd: folder, stdio: "ignore" });
      const deadline = Date.now() + 30_000;
      while (!(await listens(port))) {
        if (!isRunning(child)) throw new Error(`Redis ended with exit code ${child.exitCode}`);
        if (Date.now() > deadline) throw new Error("Redis was not up within half a minute");
        await pause(20);
      }
    },
    stop: () => end(child, "SIGTERM"),
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once("connect", () => done(true)).once("error", () => done(false));
  });
