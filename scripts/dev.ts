import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildIfStale } from "./build.ts";
import { root } from "./workspace.ts";

/** Serves, and after each change of a source builds what is stale and starts again. */
let server: ChildProcess | null = null;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stop().then(() => process.exit(0)));
}
await restart();
for await (const _ of changes()) await restart();

async function restart(): Promise<void> {
  if (!(await buildIfStale())) return;
  await stop();
  server = spawn("node", ["packages/server/src/main.ts"], { cwd: root, stdio: "inherit" });
}

async function stop(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}

/** One for each burst of changes: editors write several files at once. */
async function* changes(): AsyncGenerator<void> {
  let changed = Promise.withResolvers<void>();
  void (async () => {
    for await (const { filename } of watch(join(root, "packages"), { recursive: true })) {
      if (filename && /[\\/]src[\\/]/.test(filename) && !/\.test\.tsx?$/.test(filename)) changed.resolve();
    }
  })();
  for (;;) {
    await changed.promise;
    await pause(100);
    changed = Promise.withResolvers();
    yield;
  }
}
