import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { end, freePort, isRunning, spawnOwn } from "./own.ts";

/** A real server process on a port of its own. */
export interface Node {
  name: string;
  port: number;
  /** Resolves when it serves, also when it has to wait for its database. */
  start(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** As Ctrl-C does; resolves with how long it took, in ms. */
  stop(): Promise<number>;
  freeze(): void;
  thaw(): void;
  isUp(): boolean;
  /** How often it ended although nobody ended it. */
  crashes(): string[];
  /** The log's lines, newest last. */
  log(): readonly string[];
}

export async function createNode(name: string, env: Record<string, string>): Promise<Node> {
  const port = await freePort();
  const log: string[] = [];
  const crashes: string[] = [];
  let child: ChildProcess | null = null;
  let ending = false;

  function spawnNode(): ChildProcess {
    const made = spawnOwn(process.execPath, ["src/main.ts"], {
      cwd: join(import.meta.dirname, "../packages/server"),
      env: {
        PATH: process.env.PATH,
        HOST: "127.0.0.1",
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DESKBELL_DEMO: "1",
        DESKBELL_LOG: "warn",
        ...env,
      },
    });
    const keep = (chunk: Buffer) => void log.push(...String(chunk).split("\n").filter(Boolean));
    made.stdout?.on("data", keep);
    made.stderr?.on("data", keep);
    made.once("exit", (code, signal) => {
      if (!ending && serving) crashes.push(`${name} ended by itself (${signal ?? code}): ${log.slice(-5).join(" ¶ ")}`);
      serving = false;
    });
    return made;
  }
  let serving = false;

  return {
    name,
    port,
    async start() {
      ending = false;
      const deadline = Date.now() + 90_000;
      while (Date.now() < deadline) {
        // Without its database it says so and ends: whoever runs it starts it again.
        const starting: ChildProcess = child && isRunning(child) ? child : spawnNode();
        child = starting;
        while (isRunning(starting) && Date.now() < deadline) {
          if (await isReady(port)) {
            serving = true;
            return;
          }
          await pause(50);
        }
        await pause(200);
      }
      throw new Error(`${name} was not ready in time:\n${log.slice(-20).join("\n")}`);
    },
    async kill() {
      ending = true;
      await end(child, "SIGKILL");
    },
    async stop() {
      ending = true;
      const began = performance.now();
      await end(child, "SIGINT");
      return performance.now() - began;
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    isUp: () => serving && isRunning(child),
    crashes: () => crashes,
    log: () => log,
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
