import type { Page, PageQuery } from "@deskbell/contract";
import { type DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { createCell, type Observable } from "./observable.ts";

/** What a screen needs to show a list. */
export interface LiveListState<T> {
  /** `idle` until `load` is first called. After an `error` the items from before are still there. */
  status: "idle" | "loading" | "ready" | "error";
  /** The latest change first. */
  items: readonly T[];
  error: DeskbellError | null;
  hasMore: boolean;
}

/** A list that keeps itself fresh: by events, and by a refetch on every reconnect. */
export interface LiveList<T> extends Observable<LiveListState<T>> {
  /** Fetches the first page (again). Failure is told in `error`. */
  load(): Promise<void>;
  /** Fetches the next page. Failure is told in `error`. */
  loadMore(): Promise<void>;
}

/** What the owner of a live list tells it. */
export interface OwnedLiveList<T> extends LiveList<T> {
  /** What is known of some rows, from an event or an answer. */
  apply(...rows: T[]): void;
  /** Changes the row with this id. Not here, it is fetched if it may be on its way as it was before, or if it `rises` to the top from further down than has been read. */
  change(id: string, change: (row: T) => T, rises?: boolean): void;
  /** Fetches again, if it was ever asked for. */
  refresh(): void;
  /** Forgets everything; what is under way is ignored. */
  reset(): void;
}

export interface LiveListConfig<T> {
  list(query: PageQuery): Promise<Page<T>>;
  id(row: T): string;
  /** The fresher of two states of one row. */
  merge(known: T | undefined, incoming: T): T;
}

export function createLiveList<T extends { updatedAt: string }>(config: LiveListConfig<T>): OwnedLiveList<T> {
  const idle: LiveListState<T> = { status: "idle", items: [], error: null, hasMore: false };
  const state = createCell(idle);
  let cursor: string | null = null;
  let paged = false;
  let generation = 0;
  let loading: Promise<void> | null = null;

  const set = (changes: Partial<LiveListState<T>>) => state.set({ ...state.get(), ...changes });

  function merged(rows: readonly T[]): readonly T[] {
    const byId = new Map(state.get().items.map((row) => [config.id(row), row]));
    for (const row of rows) byId.set(config.id(row), config.merge(byId.get(config.id(row)), row));
    return [...byId.values()].sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  }

  /** With one row where it belongs; one further down than has been read comes later, with its neighbours. */
  function placed(items: readonly T[], row: T): readonly T[] {
    const known = items.find((each) => config.id(each) === config.id(row));
    const next = config.merge(known, row);
    const others = known ? items.filter((each) => each !== known) : items;
    const isAfter = (each: T | undefined) => each && Date.parse(each.updatedAt) > Date.parse(next.updatedAt);
    if (!known && state.get().hasMore && isAfter(items.at(-1))) return items;
    const place = others.findIndex((each) => !isAfter(each));
    return place < 0 ? [...others, next] : [...others.slice(0, place), next, ...others.slice(place)];
  }

  async function fetchPage(query: PageQuery, isNext: boolean): Promise<void> {
    const asked = generation;
    try {
      const page = await config.list(query);
      if (asked !== generation) return;
      // A refreshed first page does not forget how far down the list has been read.
      if (isNext || !paged) cursor = page.nextCursor;
      paged ||= isNext;
      set({ status: "ready", items: merged(page.data), error: null, hasMore: cursor !== null });
    } catch (thrown) {
      if (asked === generation) set({ status: "error", error: toDeskbellError(thrown) });
    }
  }

  function load(): Promise<void> {
    if (loading) return loading;
    if (state.get().status !== "ready") set({ status: "loading" });
    const mine = fetchPage({}, false).finally(() => {
      if (loading === mine) loading = null;
    });
    loading = mine;
    return mine;
  }

  function refresh(): void {
    // What is under way may have been asked before the change that calls for this.
    if (state.get().status !== "idle") void (loading ? loading.then(load) : load());
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    load,
    async loadMore() {
      await loading;
      if (!cursor) return;
      loading = fetchPage({ cursor }, true).finally(() => {
        loading = null;
      });
      await loading;
    },
    apply: (...rows) => set({ items: rows.reduce(placed, state.get().items) }),
    change(id, change, rises = false) {
      const row = state.get().items.find((each) => config.id(each) === id);
      if (row) set({ items: merged([change(row)]) });
      else if (loading || (rises && state.get().hasMore)) refresh();
    },
    refresh,
    reset() {
      generation += 1;
      cursor = null;
      paged = false;
      loading = null;
      state.set(idle);
    },
  };
}
