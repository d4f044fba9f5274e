import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { buildIfStale } from "./build.ts";
import { root } from "./workspace.ts";

/** Browser tests that stand on what PostgreSQL and Redis do: processes, several of them, and what is told from one to another. See decision 0027. */
const onEngines = [
  ...["process", "presence", "rolling-restart", "outage", "one-machine", "live-line", "blocked-sockets"],
  ...["story", "teams", "scanned-files"],
].map((name) => `e2e/${name}.test.ts`);

/** The server suite once more, and these browser tests, on real PostgreSQL and Redis. Refuses when one is not up. */
process.env.TEST_DATABASE_URL ??= "postgres://postgres@127.0.0.1:5432/postgres";
process.env.TEST_REDIS_URL ??= "redis://127.0.0.1:6379";

for (const [name, url, port] of [
  ["PostgreSQL", process.env.TEST_DATABASE_URL, 5432],
  ["Redis", process.env.TEST_REDIS_URL, 6379],
] as const) {
  const { hostname, port: given } = new URL(url);
  if (await answers(hostname, Number(given || port))) continue;
  process.stderr.write(`${name} does not answer at ${hostname}:${given || port}. Start it, or name another with `);
  process.stderr.write(`${name === "Redis" ? "TEST_REDIS_URL" : "TEST_DATABASE_URL"}.\n`);
  process.exit(1);
}

if (!(await buildIfStale())) process.exit(1);
const gone = onEngines.filter((file) => !existsSync(join(root, file)));
if (gone.length > 0) throw new Error(`There is no ${gone.join(", ")}: name what took its place`);
const given = process.argv.slice(2);
const wanted = given.length > 0 ? given : ["packages/server/", ...onEngines];
const args = ["run", "--project", "server", "--project", "e2e", ...wanted];
process.exit(
  spawnSync("vitest", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status ?? 1,
);

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 });
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket
      .once("connect", () => done(true))
      .once("error", () => done(false))
      .once("timeout", () => done(false));
  });
}
