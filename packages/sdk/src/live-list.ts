import type { Page, PageQuery } from "@deskbell/contract";
import { type DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { createCell, type Observable } from "./observable.ts";
import { createUntilQuiet } from "./until-quiet.ts";

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
  /** Fetches the first page (again). Failure is told in `error`; after a temporary one it tries again by itself. */
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
  /** Tries no more by itself. */
  stop(): void;
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
  /** How many pages are being fetched. */
  let fetching = 0;
  let first = createFirst();

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

  async function fetchPage(query: PageQuery, isNext: boolean, asked = generation): Promise<void> {
    if (asked !== generation) return;
    fetching++;
    try {
      const page = await config.list(query);
      if (asked !== generation) return;
      // A refreshed first page does not forget how far down the list has been read.
      if (isNext || !paged) cursor = page.nextCursor;
      paged ||= isNext;
      set({ status: "ready", items: merged(page.data), error: null, hasMore: cursor !== null });
    } catch (thrown) {
      if (asked === generation) throw thrown;
    } finally {
      fetching--;
    }
  }

  function fail(error: DeskbellError): void {
    set({ status: "error", error });
  }

  /** What is under way may have been asked before the change that calls for it: it is followed by another. */
  function createFirst() {
    const asked = generation;
    return createUntilQuiet(() => fetchPage({}, false, asked), fail);
  }

  function fetchFirst(): Promise<void> {
    const mine = first.run().finally(() => {
      if (loading === mine) loading = null;
    });
    loading = mine;
    return mine;
  }

  function load(): Promise<void> {
    if (loading) return loading;
    if (state.get().status !== "ready") set({ status: "loading" });
    return fetchFirst();
  }

  function refresh(): void {
    if (state.get().status !== "idle") void fetchFirst();
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    load,
    async loadMore() {
      await loading;
      if (!cursor) return;
      const mine = fetchPage({ cursor }, true)
        .catch((thrown) => fail(toDeskbellError(thrown)))
        .finally(() => {
          if (loading === mine) loading = null;
        });
      loading = mine;
      await mine;
    },
    apply: (...rows) => set({ items: rows.reduce(placed, state.get().items) }),
    change(id, change, rises = false) {
      const row = state.get().items.find((each) => config.id(each) === id);
      if (row) set({ items: merged([change(row)]) });
      else if (fetching || (rises && state.get().hasMore)) refresh();
    },
    refresh,
    reset() {
      generation += 1;
      cursor = null;
      paged = false;
      loading = null;
      first.stop();
      first = createFirst();
      state.set(idle);
    },
    stop: () => first.stop(),
  };
}
