import { sql } from "drizzle-orm";
import { fromDrizzle, fromPglite, PgBoss } from "pg-boss";
import { z } from "zod";
import type { Context, Deps } from "../context.ts";
import type { Database, Db } from "../db/database.ts";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";

/** Something that happens later: at least once, on any worker, retried with growing pauses. */
export interface Job<T extends object = object> {
  name: string;
  input: z.ZodType<T>;
  /** How often it may run in all before it counts as failed. */
  attempts: number;
  /** Pauses between tries grow no longer, in seconds: somebody waits for it. Absent: they double on and on. */
  longestPause?: number;
  /** All that wait of one workspace with one input are done by one run. */
  gathers?: true;
  run(ctx: Context, input: T): Promise<void>;
}

/** A try that a killed process or a database broke off counts, too: with few of them, an hour of trouble loses what somebody waits for. */
export const patiently = { attempts: 20, longestPause: 30 };

/** Declares a job; it must also stand in `app.ts`'s list. */
export const defineJob = <T extends object>(job: Job<T>): Job<T> => job;

/** Something that happens again and again, for all workspaces: on one worker at a time, whichever that is. */
export interface PeriodicJob {
  name: string;
  /** When, in UTC; to the minute. What was missed while no process ran is not made up for: it must find by itself what is due. */
  cron: string;
  run(deps: Deps): Promise<void>;
}

/** Declares a periodic job; it must also stand in `app.ts`'s list. */
export const definePeriodicJob = (job: PeriodicJob): PeriodicJob => job;

export interface Jobs {
  /** Inside a transaction: the job exists only if that commits. */
  enqueue<T extends object>(db: Db, workspaceId: string, job: Job<T>, input: T, afterSeconds: number): Promise<void>;
  /** Creates the queues; with `work`, this process also works on them. */
  start(jobs: AllJobs, deps: Deps, work: boolean): Promise<void>;
  /** Lets running jobs finish for a few seconds; others go back and run elsewhere or after a restart. */
  stop(): Promise<void>;
}

export interface AllJobs {
  jobs: readonly Job[];
  periodicJobs: readonly PeriodicJob[];
}

const workersEach = 4;
/** Workers are woken for what is to be done at once; what was put off, or is tried again, they find by looking. */
const looking = { notifyPollingIntervalSeconds: 5 };

const envelope = z.object({ workspaceId: z.uuid(), input: z.unknown() });

const watchSeconds = 5;

/** Jobs in PostgreSQL by pg-boss, on either engine. */
export function createJobs(database: Database, log: Log): Jobs {
  const boss = new PgBoss({
    ...(database.engine === "pglite"
      ? { db: fromPglite(database.pglite), backend: "pglite" as const }
      : { connectionString: database.url, max: 3 }),
    useListenNotify: true,
    // How often it looks for jobs whose worker is gone: by itself once a minute, and somebody waits for the bot.
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
  });
  boss.on("error", (error) => log.error({ err: error }, "jobs"));
  boss.on("warning", (warning) => log.warn({ warning }, "jobs"));
  return {
    enqueue: async (db, workspaceId, job, input, afterSeconds) => {
      const options = { db: fromDrizzle(db as never, sql), ...(afterSeconds > 0 && { startAfter: afterSeconds }) };
      await boss.send(job.name, { workspaceId, input }, options);
    },
    start: async ({ jobs, periodicJobs }, deps, work) => {
      await boss.start();
      for (const job of jobs) {
        const limits = {
          notify: true,
          retryLimit: job.attempts - 1,
          retryBackoff: true,
          retryDelay: 1,
          ...(job.longestPause && { retryDelayMax: job.longestPause }),
          // A killed worker's job is taken up again after this, not after the expiry of a quarter of an hour.
          heartbeatSeconds: 10,
        };
        await boss.createQueue(job.name, limits);
        // One that an earlier version made is left as it was.
        await boss.updateQueue(job.name, limits);
        // pg-boss learns a queue on first use by a query of its own, which inside a transaction of the embedded
        // database, having one connection, would wait for ever.
        await boss.findJobs(job.name, { id: newId() });
        if (!work) continue;
        if (job.gathers)
          await boss.work(job.name, { ...looking, batchSize: 200 }, (received) => runGathered(deps, job, received));
        else for (let n = 0; n < workersEach; n++) await workOn(boss, deps, job);
      }
      for (const { name, cron, run } of periodicJobs) {
        // Exclusive: while one waits or runs, another is not made.
        await boss.createQueue(name, { policy: "exclusive", notify: true, retryLimit: 0, heartbeatSeconds: 10 });
        await boss.schedule(name, cron);
        if (work) await boss.work(name, () => run(deps));
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** Who has done a job looks for the next without a pause: of many wake-ups at once, pg-boss makes one. */
async function workOn(boss: PgBoss, deps: Deps, job: Job): Promise<void> {
  let worker: string | undefined;
  worker = await boss.work(job.name, looking, async ([received]) => {
    try {
      await runJob(deps, job, received?.data);
    } finally {
      if (worker) boss.notifyWorker(worker);
    }
  });
}

/** Each once; where one fails, the others have had their turn before all are tried again. */
async function runGathered(deps: Deps, job: Job, received: readonly { data: unknown }[]): Promise<void> {
  const different = new Map(received.map(({ data }) => [JSON.stringify(data), data]));
  const outcomes = await Promise.allSettled([...different.values()].map((data) => runJob(deps, job, data)));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}

/** As a worker runs it; the guard suite calls this with foreign workspaces. */
export async function runJob(deps: Deps, job: Job, data: unknown): Promise<void> {
  const { workspaceId, input } = envelope.parse(data);
  await job.run({ workspaceId, actor: { kind: "system" }, deps }, job.input.parse(input));
}
