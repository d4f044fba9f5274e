import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp, jobs, periodicJobs } from "./app.ts";
import { AppError } from "./app-error.ts";
import { banner } from "./banner.ts";
import { loadConfig } from "./config.ts";
import { drain } from "./drain.ts";
import { createMemoryRateLimiter, createRedisRateLimiter } from "./http/rate-limiter.ts";
import { createLog } from "./log.ts";
import { openDeps } from "./open-deps.ts";
import { hearCuts } from "./realtime/cuts.ts";
import { createSockets } from "./realtime/sockets.ts";
import { refuse } from "./refuse.ts";
import { loadSecret } from "./secret.ts";
import { seedDemo } from "./seed/seed-demo.ts";

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel);
  // A log of requests is for machines; without it, a person is watching.
  const say = (words: string): void => void (config.logLevel === "info" || process.stdout.write(words));
  const server = createServer();
  server.on("request", answerStarting);
  // First of all: a port that is taken must not cost a migration.
  if (config.role !== "worker") await listen(server, config.port, config.host);
  const port = addressOf(server) ?? config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;

  const sockets = createSockets({ redisUrl: config.redisUrl, log });
  say(config.databaseUrl ? "Opening the database …\n" : `Opening the embedded database in ${config.dataDir} …\n`);
  const deps = await openDeps(config, log, sockets.telling);
  const memory = createMemoryRateLimiter(deps.now);
  const rateLimiter = config.redisUrl ? createRedisRateLimiter(config.redisUrl, log, memory) : memory;
  let leaving = false;
  const isLeaving = (): boolean => leaving;
  const app = createApp(deps, { publicUrl, secret: loadSecret(config), rateLimiter, isLeaving });
  await deps.jobs.start({ jobs, periodicJobs }, deps, config.role !== "web");
  const demo = await seedDemo(deps, () => say("Creating the demo workspace …\n"));
  sockets.open(app.socketAuthenticators, app.signals, app.presence);
  const stopHearing = await hearCuts(deps.database, sockets);
  await app.presence.start(sockets.people);
  server.off("request", answerStarting);
  server.on(
    "request",
    getRequestListener((request, { incoming }) => app.fetch(request, incoming.socket.remoteAddress)),
  );
  // Last: Socket.IO wraps the listeners that it finds.
  sockets.attach(server);
  say(banner(publicUrl, demo));
  log.info({ publicUrl, engine: deps.database.engine }, "ready");

  const stop = async (notice: number): Promise<void> => {
    // Who asks twice does not want to wait.
    if (leaving) process.exit(1);
    leaving = true;
    say("\nStopping …\n");
    log.info("stopping");
    await drain({ server, sockets, jobs: deps.jobs }, { notice, spread: 5_000, total: 20_000 });
    await app.presence.stop();
    await sockets.close();
    rateLimiter.close();
    await stopHearing();
    await deps.database.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(config.drainSeconds * 1000));
}

/** The port is ours but the database is not open yet. */
const answerStarting: RequestListener = (_, response) => {
  response.writeHead(503, { "content-type": "application/json", "retry-after": "1" });
  response.end(JSON.stringify(new AppError("unavailable").toBody("starting")));
};

/**
 * How many may wait to be let in when all come back at once. Whom the kernel must turn away tries again after 1, 3, 7 and 15 seconds; it may
 * hold the number lower (`net.core.somaxconn` on Linux).
 */
const backlog = 16_384;

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog }, () => resolve());
  });

function addressOf(server: Server): number | null {
  const address = server.address();
  return address && typeof address === "object" ? address.port : null;
}

main().catch(refuse);
