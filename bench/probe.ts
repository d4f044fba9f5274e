import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Preloaded into a measured process: collects its garbage and profiles it when asked, on a port of its own. */
const port = process.env.BENCH_PROBE_PORT;
// Commands inherit the environment; only the server is measured.
if (port && process.argv[1]?.endsWith("main.ts") && !process.argv[1].includes("cli")) listen(Number(port));

function listen(on: number): void {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const session = new Session();
  session.connect();
  const answers: Record<string, (query: URLSearchParams) => Promise<object>> = {
    "/memory": async () => {
      for (let round = 0; round < 3; round++) collectGarbage();
      return process.memoryUsage();
    },
    "/pid": async () => ({ pid: process.pid }),
    "/profile/start": async () => {
      await session.post("Profiler.enable");
      await session.post("Profiler.start");
      return {};
    },
    "/profile/stop": async (query) => {
      const { profile } = await session.post("Profiler.stop");
      writeFileSync(query.get("file") ?? "profile.cpuprofile", JSON.stringify(profile));
      return {};
    },
  };
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://probe");
    response.end(JSON.stringify((await answers[pathname]?.(searchParams)) ?? {}));
  })
    .listen(on, "127.0.0.1")
    .unref();
}
