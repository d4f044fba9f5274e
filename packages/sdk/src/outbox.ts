import type { Conversation, Message, Note, TeamConversation } from "@deskbell/contract";
import { backoff } from "./backoff.ts";
import { createClientId } from "./client-id.ts";
import { DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { createEmitter } from "./emitter.ts";
import { exclusively } from "./exclusively.ts";
import { createNewLane, isNewLane } from "./lane.ts";
import { createOutboxStore, type OutboxItem } from "./outbox-store.ts";
import type { KeyValueStore } from "./storage.ts";
import type { PendingItem } from "./thread-state.ts";
import type { UnsentItem } from "./unsent.ts";

/** What the server has stored of an item. */
export type Stored = { message: Message; conversation?: Conversation | TeamConversation } | { note: Note };

export interface OutboxConfig {
  storage: KeyValueStore;
  key: string;
  /** Who writes here; it may have to ask. */
  owner(): Promise<string>;
  /** The same without asking; `null` when it is not known yet. */
  presentOwner(): string | null;
  /** Whether the words of an owner who is gone are sent in a new conversation; otherwise they wait for that owner. */
  rehome: boolean;
  /** A refusal that says that the words belong elsewhere: into that lane. */
  elsewhere?(error: DeskbellError): string | null;
  /** One attempt. */
  deliver(item: OutboxItem, signal: AbortSignal): Promise<Stored>;
  onStored(stored: Stored): void;
}

export interface Outbox {
  /** Keeps it, then sends it. */
  add(
    item: Pick<OutboxItem, "lane" | "of" | "body" | "payload" | "attachments" | "handoff" | "answers" | "proactive">,
  ): void;
  /** Keeps what was sent before there was an outbox, to be sent with the next `kick`. */
  adopt(item: UnsentItem): void;
  /** Sends these at once, also when they were refused, with what has changed about them. */
  again(where: (item: OutboxItem) => boolean, changes?: Partial<OutboxItem>): void;
  discard(clientId: string): void;
  /** Known to be stored, from elsewhere: an event. */
  acknowledge(clientIds: ReadonlySet<string | null>): void;
  /** Tries everything again now, except where the server asked for patience. */
  kick(): void;
  /** Everything here is this owner's: whoever wrote it turned out to be them. */
  reown(owner: string): void;
  /** Forgets everything. */
  clear(): void;
  /** Sends nothing more. What is unsent stays in storage, for the next one. */
  close(): void;
  pending(lanes: ReadonlySet<string>): PendingItem[];
  /** Lane of a conversation that waits for its first message to be stored. */
  findNewLane(): string | null;
  has(lane: string): boolean;
  isFilled(): boolean;
  /** Tells of changes by other pages of the site too, until the returned function is called. */
  watch(): () => void;
  on: ReturnType<typeof createEmitter<OutboxEvents>>["on"];
}

interface OutboxEvents {
  changed: null;
  /** What was in one lane is now in another. */
  moved: { from: string; to: string };
}

/** Law 1: what was typed is in storage before it is on the wire, and leaves it only when it is stored or discarded. */
export function createOutbox(config: OutboxConfig): Outbox {
  const store = createOutboxStore(config.storage, config.key);
  const { on, emit } = createEmitter<OutboxEvents>();
  const running = new Set<string>();
  const pauses = new Map<string, Pause>();
  let controller = new AbortController();
  let closed = false;

  const nextIn = (lane: string) => store.items().find((item) => item.lane === lane && !item.refusal);
  const changed = () => emit("changed", null);

  function run(lane: string): void {
    if (closed || running.has(lane)) return;
    running.add(lane);
    void exclusively(`${config.key}:${lane}`, () => drain(lane, controller.signal)).finally(() => {
      running.delete(lane);
      // Typed in the moment between the last look and here.
      if (nextIn(lane) && !pauses.has(lane)) run(lane);
    });
  }

  async function drain(lane: string, signal: AbortSignal): Promise<void> {
    for (let next = nextIn(lane); next && !signal.aborted; next = nextIn(lane)) {
      let item = next;
      try {
        const owner = await config.owner();
        if (signal.aborted) return;
        // Meanwhile it may have become another's.
        item = nextIn(lane) ?? item;
        if (item.owner && item.owner !== owner) {
          // The conversation went with the session that could see it.
          return config.rehome ? move(lane, createNewLane(), { owner }) : pause(lane, null);
        }
        if (!item.owner) store.change((each) => each.lane === lane, { owner });
        const stored = await config.deliver(item, signal);
        if (signal.aborted) return;
        finish(item, stored);
      } catch (thrown) {
        if (signal.aborted) return;
        const error = toDeskbellError(thrown);
        // The session was replaced on the way, so the refusal is not about these words: the next round moves them.
        if (config.rehome && item.owner && item.owner !== (config.presentOwner() ?? item.owner)) continue;
        // 401: nobody is signed in right now. The words wait for whoever wrote them.
        if (error.temporary || error.status === 401) return pause(lane, error);
        const to = config.elsewhere?.(error);
        // Refused for certain, so it was not stored there: it may go elsewhere without standing twice.
        if (to) return move(lane, to);
        const { clientId } = item;
        store.change((each) => each.clientId === clientId, { refusal: error.toJSON() });
        changed();
      }
    }
    resume(lane);
  }

  /** All of it, in its order. */
  function move(from: string, to: string, changes: Partial<OutboxItem> = {}): void {
    rename(from, to, changes);
    changed();
    run(to);
  }

  function finish(item: OutboxItem, stored: Stored): void {
    const to = "message" in stored && isNewLane(item.lane) ? stored.message.conversationId : item.lane;
    // Moved and told before it is settled, so that no screen is without it for a moment.
    if (to !== item.lane) rename(item.lane, to);
    resume(to);
    config.onStored(stored);
    // Not stored: its conversation had already been started, by an earlier message.
    const isStored = "note" in stored || stored.message.clientId === item.clientId;
    if (isStored) store.settle((each) => each.clientId === item.clientId);
    changed();
    if (to !== item.lane && nextIn(to)) run(to);
  }

  function rename(from: string, to: string, changes: Partial<OutboxItem> = {}): void {
    store.change((item) => item.lane === from, { ...changes, lane: to });
    resume(from);
    emit("moved", { from, to });
  }

  function pause(lane: string, error: DeskbellError | null): void {
    const attempt = (pauses.get(lane)?.attempt ?? -1) + 1;
    const wait = Math.max(error?.retryAfter ?? 0, backoff(attempt));
    const notBefore = Date.now() + (error?.retryAfter ?? 0);
    pauses.set(lane, { attempt, error, notBefore, timer: setTimeout(() => run(lane), wait) });
    globalThis.addEventListener?.("online", kick);
    changed();
  }

  function resume(lane: string): void {
    clearTimeout(pauses.get(lane)?.timer);
    pauses.delete(lane);
    if (pauses.size === 0) globalThis.removeEventListener?.("online", kick);
  }

  function stop(): void {
    controller.abort();
    for (const lane of [...pauses.keys()]) resume(lane);
  }

  function kick(): void {
    for (const lane of new Set(store.items().map((item) => item.lane))) {
      if (running.has(lane) || Date.now() < (pauses.get(lane)?.notBefore ?? 0)) continue;
      resume(lane);
      if (nextIn(lane)) run(lane);
    }
  }

  function present(item: OutboxItem): PendingItem {
    const { of, clientId, body, payload = null, attachments = [], createdAt, refusal } = item;
    const pause = pauses.get(item.lane);
    const error = refusal ? new DeskbellError(refusal) : (pause?.error ?? null);
    const state = refusal ? "failed" : pause ? "waiting" : "sending";
    return { kind: "pending", of, clientId, body, payload, attachments, createdAt, state, error };
  }

  return {
    on,
    kick,
    add(input) {
      store.add({
        ...input,
        clientId: createClientId(),
        createdAt: new Date().toISOString(),
        owner: config.presentOwner(),
        refusal: null,
      });
      changed();
      if (!pauses.has(input.lane)) run(input.lane);
    },
    adopt(item) {
      // Another page may have adopted it, too.
      if (store.items().some(({ clientId }) => clientId === item.clientId)) return;
      store.add({ ...item, of: "message", owner: null, handoff: false, refusal: null });
    },
    again(where, changes) {
      const lanes = new Set(
        store
          .items()
          .filter(where)
          .map((item) => item.lane),
      );
      if (lanes.size === 0) return;
      store.change(where, { ...changes, refusal: null });
      for (const lane of lanes) resume(lane);
      changed();
      for (const lane of lanes) run(lane);
    },
    discard(clientId) {
      store.settle((item) => item.clientId === clientId);
      changed();
    },
    acknowledge(clientIds) {
      const isKnown = (item: OutboxItem) => clientIds.has(item.clientId) && !isNewLane(item.lane);
      if (!store.items().some(isKnown)) return;
      store.settle(isKnown);
      changed();
    },
    reown: (owner) => store.change(() => true, { owner }),
    clear() {
      stop();
      controller = new AbortController();
      store.settle(() => true);
      changed();
    },
    close() {
      closed = true;
      stop();
    },
    pending: (lanes) =>
      store
        .items()
        .filter((item) => lanes.has(item.lane))
        .map(present),
    findNewLane: () => store.items().find((item) => isNewLane(item.lane))?.lane ?? null,
    isFilled: () => store.items().length > 0,
    has: (lane) => store.items().some((item) => item.lane === lane),
    watch() {
      const listener = (event: StorageEvent) => event.key === config.key && changed();
      globalThis.addEventListener?.("storage", listener);
      return () => globalThis.removeEventListener?.("storage", listener);
    },
  };
}

interface Pause {
  attempt: number;
  error: DeskbellError | null;
  /** The server asked for patience until then; ms since the epoch. */
  notBefore: number;
  timer: ReturnType<typeof setTimeout>;
}
