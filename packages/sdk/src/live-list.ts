import type { DeskbellError } from "./deskbell-error.ts";
import type { Observable } from "./observable.ts";

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
