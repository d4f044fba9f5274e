import type { ContactEvents, TeamEvents } from "@deskbell/contract";
import { sql } from "drizzle-orm";
import type { Actor, Context, Deps } from "./context.ts";
import type { Db } from "./db/database.ts";
import { isDatabaseAway } from "./db/database-away.ts";
import { events } from "./db/events.ts";
import { prepare } from "./db/prepare.ts";
import { newId } from "./ids.ts";
import type { Job } from "./jobs/jobs.ts";
import { announceCut } from "./realtime/cuts.ts";
import type { Whom } from "./realtime/whom.ts";

/** One open transaction of one workspace. `record` and `enqueue` exist only here; what is told is heard after the commit. */
export interface Tx<A extends Actor = Actor> extends Context<A> {
  db: Db;
  /** The instant of this transaction; whoever locks a row moves it on with {@link after}. */
  now: Date;
  /**
   * Nothing more will be asked of the database, whatever becomes of what was asked last (by a query of `prepare`, which is sent when it
   * is called): the commit may travel with it. Whoever only joins a transaction concludes nothing.
   */
  conclude(): void;
  /** Appends a fact to the event log: audit trail, timelines, webhooks and reports all read it. */
  record(type: EventType, subject: EventSubject, data?: Record<string, unknown>): Promise<void>;
  tell: {
    contact<E extends keyof ContactEvents>(contactId: string, event: E, payload: ContactEvents[E]): void;
    /** All of the workspace's contacts who are connected. */
    contacts<E extends keyof ContactEvents>(event: E, payload: ContactEvents[E]): void;
    team<E extends keyof TeamEvents>(event: E, payload: TeamEvents[E]): void;
  };
  /** The job starts once, after the commit (and so many seconds), on any worker. */
  enqueue<T extends object>(job: Job<T>, input: T, afterSeconds?: number): Promise<void>;
  /** Who was revoked is cut within a second of the commit, on every node. */
  cut(whom: Whom): Promise<void>;
  /** Runs after the commit: for what is neither a telling nor a job. */
  afterCommit(run: () => void): void;
}

export type EventType = `${string}.${string}`;
/** What a fact is about: the log is read by these. */
export interface EventSubject {
  conversationId?: string | null;
  ticketId?: string | null;
  contactId?: string | null;
}

/**
 * Runs `fn` in one transaction as the workspace's role, so that row-level security holds; joins when `ctx` is one already.
 * Never call over HTTP or ask a model inside: that is a job.
 */
export async function transact<A extends Actor, T>(ctx: Context<A> | Tx<A>, fn: (tx: Tx<A>) => Promise<T>): Promise<T> {
  if ("db" in ctx) return fn(joined(ctx));
  for (let attempt = 1; ; attempt++) {
    try {
      return await transactOnce(ctx, fn);
    } catch (error) {
      if (attempt === attempts || !isContention(error)) throw error;
    }
  }
}

const attempts = 3;

/** Others may have more to ask: their transaction is not for whoever joins it to end. */
const joined = <A extends Actor>(tx: Tx<A>): Tx<A> => Object.create(tx, { conclude: { value: () => undefined } });

/** The database gave up on one of two transactions that waited for each other: nothing of it was kept or told, so it may run again. */
function isContention(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  return code === "40P01" || code === "40001";
}

async function transactOnce<A extends Actor, T>(ctx: Context<A>, fn: (tx: Tx<A>) => Promise<T>): Promise<T> {
  const { deps, workspaceId, actor } = ctx;
  const told: Array<() => void> = [];
  const listeners = { workspaceId, team: false, contactIds: new Set<string>() };
  let committing = false;
  const work = async (db: Db, conclude: () => void): Promise<T> => {
    const enqueued: Array<() => Promise<void>> = [];
    let now = deps.now();
    const tx: Tx<A> = {
      workspaceId,
      actor,
      deps,
      db,
      // One instant for all who join.
      get now() {
        return now;
      },
      set now(later) {
        now = later;
      },
      conclude: () => {
        // Jobs are written last.
        if (enqueued.length > 0) return;
        committing = true;
        conclude();
      },
      record: async (type, subject, data = {}) => {
        await appendEvent(db, {
          ...{ conversationId: null, ticketId: null, contactId: null, ...subject },
          ...{ id: newId(), workspaceId, type, ...actorColumns(actor), data, createdAt: now },
        });
      },
      tell: {
        contact: (contactId, event, payload) => {
          listeners.contactIds.add(contactId);
          told.push(() => deps.telling.contact(contactId, event, payload));
        },
        contacts: (event, payload) => told.push(() => deps.telling.contacts(workspaceId, event, payload)),
        team: (event, payload) => {
          listeners.team = true;
          told.push(() => deps.telling.team(workspaceId, event, payload));
        },
      },
      enqueue: async (job, input, afterSeconds = 0) => {
        enqueued.push(() => deps.jobs.enqueue(db, workspaceId, job, input, afterSeconds));
      },
      cut: async (whom) => {
        await announceCut(deps.database, db, whom);
        told.push(() => deps.telling.cut(whom));
      },
      afterCommit: (run) => told.push(run),
    };
    const value = await fn(tx);
    if (enqueued.length > 0) {
      // The jobs' schema is closed to the workspace's role.
      await db.execute(sql`select set_config('role', 'none', true)`);
      for (const enqueue of enqueued) await enqueue();
    }
    committing = true;
    return value;
  };
  const result = await deps.database.transaction(workspaceId, work).catch((error: unknown) => {
    // Nobody knows whether the commit came through. If so, its repeat finds all done and tells nothing.
    if (committing && isDatabaseAway(error)) deps.telling.doubt(listeners);
    throw error;
  });
  for (const tell of told) tell();
  return result;
}

/**
 * The lock is held now, perhaps after a wait: the transaction's instant moves past the row's last change, so that times
 * rise in commit order, whatever the clocks of several nodes say. Clients take the later of two states by this.
 */
export function after(tx: Tx, lastChange: Date): void {
  tx.now = new Date(Math.max(tx.deps.now().getTime(), tx.now.getTime(), lastChange.getTime() + 1));
}

/** Reads what leads to a workspace, before it is known: a channel by its key, a session by its token. */
export function lookUp<T>(deps: Pick<Deps, "database">, fn: (db: Db) => Promise<T>): Promise<T> {
  return deps.database.lookUp(fn);
}

const appendEvent = prepare((db) => {
  const value = (name: keyof typeof events.$inferInsert) => sql.placeholder(name);
  return db.insert(events).values({
    id: value("id"),
    workspaceId: value("workspaceId"),
    type: value("type"),
    actorKind: value("actorKind"),
    actorId: value("actorId"),
    actorName: value("actorName"),
    conversationId: value("conversationId"),
    ticketId: value("ticketId"),
    contactId: value("contactId"),
    data: value("data"),
    createdAt: value("createdAt"),
  });
});

/** Who did it, as the event log has it. */
export function actorColumns(actor: Actor): {
  actorKind: Actor["kind"];
  actorId: string | null;
  actorName: string | null;
} {
  switch (actor.kind) {
    case "contact":
      return { actorKind: actor.kind, actorId: actor.contactId, actorName: null };
    case "agent":
      return { actorKind: actor.kind, actorId: actor.agentId, actorName: actor.name };
    case "apiKey":
      return { actorKind: actor.kind, actorId: actor.apiKeyId, actorName: actor.name };
    default:
      return { actorKind: actor.kind, actorId: null, actorName: null };
  }
}
