import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "./build.ts";
import { root } from "./workspace.ts";

/** The server restarts when its sources change; widget and console are built anew when theirs do. */
await buildIfStale();
const watchers = [
  watch("packages/server", "node", ["--watch", "src/main.ts"]),
  watch("packages/widget", "node", [join(root, "scripts/build.ts"), "--watch", "widget"]),
  watch("packages/agent-ui", "vite", ["build", "--watch"]),
];
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const watcher of watchers) watcher.kill(signal);
  });
}

function watch(folder: string, command: string, args: string[]) {
  return spawn(command, args, { cwd: join(root, folder), stdio: "inherit", shell: process.platform === "win32" });
}
