import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Jobs } from "./jobs/jobs.ts";
import type { Sockets } from "./realtime/sockets.ts";

/** In ms. */
export interface DrainTimes {
  /** How long who asks `/readyz` may take to send people elsewhere, before connections are refused. */
  notice: number;
  /** Over how long the sockets go, at most; with few of them it is sooner. */
  spread: number;
  /** When whatever still runs is cut. */
  total: number;
}

/** Leaves without a lost event: takes nothing new, sends those connected elsewhere one after the other, and ends what it has begun. */
export async function drain(
  parts: { server: Server; sockets: Sockets; jobs: Jobs },
  { notice, spread, total }: DrainTimes,
): Promise<void> {
  const { server, sockets, jobs } = parts;
  await pause(notice);
  const deadline = pause(total, undefined, { ref: false });
  const closed = new Promise((resolve) => void server.close(resolve));
  // A connection that is kept alive ends after its answer; those who wait for their next request end now.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const ended = Promise.all([sockets.sendAway(spread).then(() => closed), jobs.stop()]);
  await Promise.race([ended, deadline]);
  clearInterval(idle);
  server.closeAllConnections();
}
