import type { ViewedPage } from "@deskbell/contract";
import type { Deps } from "../../context.ts";
import { isDatabaseAway } from "../../db/database-away.ts";
import type { Attendance, People, Person } from "../../realtime/attendance.ts";
import { createLease } from "./lease.ts";
import { type Change, noteConnections } from "./note-connections.ts";
import { sweepNode } from "./sweep-node.ts";

export interface PresenceOptions {
  /** For how long a node that says nothing counts as alive. */
  leaseMs?: number;
  /** For how long somebody who left still counts as here: who loads another page is back in a moment. */
  leaveMs?: number;
}

/** This process's part in knowing who is connected. */
export interface Presence extends Attendance {
  /** The page that a contact looks at; nothing when they are not connected here. */
  view(person: Person, page: ViewedPage): void;
  start(people: People): Promise<void>;
  /** Takes nobody back: who was here is on another node in a moment, or gone when the lease ends. */
  stop(): Promise<void>;
  /** Resolves when the database knows of everybody who had come. */
  settled(): Promise<void>;
}

const gatherMs = 200;
const atOnce = 5000;

interface Pending {
  person: Person;
  here: boolean;
  page: ViewedPage | null;
  due: number;
  /** The database has them as connected here. */
  isStored: boolean;
}

/**
 * Gathers who comes and goes and writes it a workspace at a time, so that a crowd costs a handful of statements; who is
 * back before they were written off costs none, and who just stays connected costs nothing at all.
 */
export function keepPresence(deps: Deps, { leaseMs = 10_000, leaveMs = 5000 }: PresenceOptions = {}): Presence {
  const pending = new Map<string, Pending>();
  const lease = createLease(deps.database.db, leaseMs);
  let people: People = { has: () => false, [Symbol.iterator]: () => [].values() };
  let beating: NodeJS.Timeout | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;
  let stopped = false;
  let work: Promise<void> = Promise.resolve();

  /** One thing at a time: what is written last is how it is. */
  function next(run: () => Promise<void>): Promise<void> {
    work = work.then(run).catch(report);
    return work;
  }

  function put(person: Person, entry: Omit<Pending, "person">): void {
    pending.set(person.id, { person, ...entry });
    gathering ??= setTimeout(flush, gatherMs).unref();
  }

  function flush(): void {
    gathering = undefined;
    if (!stopped) void next(write);
  }

  async function write(): Promise<void> {
    if (!lease.id()) return;
    const now = performance.now();
    const due = [...pending.values()].filter((entry) => entry.due <= now);
    for (const { person } of due) pending.delete(person.id);
    for (const changes of byWorkspace(due)) await writeOne(changes);
    if (pending.size > 0) gathering ??= setTimeout(flush, gatherMs).unref();
  }

  async function writeOne(changes: Pending[]): Promise<void> {
    const workspaceId = changes[0]?.person.workspaceId ?? "";
    try {
      await noteConnections({ workspaceId, actor: { kind: "system" }, deps }, lease.id(), changes.map(toChange));
    } catch (error) {
      report(error);
      // A workspace that is gone has nobody, and who lost their lease tells all of it again.
      if (isDatabaseAway(error)) changes.forEach(again);
    }
  }

  function again({ person, here, page }: Pending): void {
    const since = pending.get(person.id);
    if (since) since.isStored = false;
    else put(person, { here, page, due: 0, isStored: false });
  }

  function report(error: unknown): void {
    if (!isDatabaseAway(error)) deps.log.error({ err: error }, "presence");
  }

  async function beat(): Promise<void> {
    const { isNew, dead } = await lease.renew();
    if (isNew) {
      // Nobody knows who is here: they were written under a lease that has ended.
      for (const person of people) put(person, { here: true, page: null, due: 0, isStored: false });
      await write();
    }
    if (dead.length > 0) sweeping ??= sweep(dead).finally(() => (sweeping = undefined));
  }

  async function sweep(dead: string[]): Promise<void> {
    for (const nodeId of dead) await sweepNode(deps, nodeId).catch(report);
  }

  return {
    arrived(person) {
      const entry = pending.get(person.id);
      if (entry?.isStored) pending.delete(person.id);
      else put(person, { here: true, page: null, due: 0, isStored: false });
    },
    left(person) {
      const isStored = pending.get(person.id)?.isStored ?? true;
      put(person, { here: false, page: null, due: performance.now() + leaveMs, isStored });
    },
    view(person, page) {
      if (!people.has(person)) return;
      put(person, { here: true, due: 0, isStored: true, ...pending.get(person.id), page });
    },
    async start(here) {
      people = here;
      await next(beat);
      beating = setInterval(() => void next(beat), leaseMs / 3);
      beating.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(beating);
      clearTimeout(gathering);
      await Promise.all([work, sweeping]);
    },
    async settled() {
      await next(write);
    },
  };
}

const toChange = ({ person, here, page }: Pending): Change => ({ ...person, here, page });

/** At most so many at once, of one workspace each. */
function* byWorkspace(entries: Pending[]): Iterable<Pending[]> {
  for (const group of Map.groupBy(entries, ({ person }) => person.workspaceId).values()) {
    for (let from = 0; from < group.length; from += atOnce) yield group.slice(from, from + atOnce);
  }
}
