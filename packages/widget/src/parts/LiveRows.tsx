import type { DeskbellError, LiveList } from "@deskbell/sdk";
import type { ComponentChildren } from "preact";
import { useApp } from "../app-context.ts";
import { useObservable } from "../use-observable.ts";
import { Failure } from "./Failure.tsx";
import { Skeleton } from "./Skeleton.tsx";

interface LiveRowsProps<T> {
  list: LiveList<T>;
  keyOf(item: T): string;
  draw(item: T): ComponentChildren;
  /** Instead of the rows when there are none. */
  empty: ComponentChildren;
  /** What is wrong beyond the list, such as that there is no session. */
  problem?: DeskbellError | null;
  retry?(): void;
}

/** A live list in all its states: loading, failed, empty, rows, and more of them. */
export function LiveRows<T>({ list, keyOf, draw, empty, problem, retry }: LiveRowsProps<T>) {
  const { text } = useApp();
  const { status, items, error, hasMore } = useObservable(list);
  const failure = problem ?? (items.length ? null : error);
  return (
    <div class="body">
      {failure ? (
        <Failure error={failure} retry={() => (problem && retry ? retry() : void list.load())} />
      ) : items.length ? (
        <ul class="rows">
          {items.map((item) => (
            <li key={keyOf(item)}>{draw(item)}</li>
          ))}
        </ul>
      ) : status === "ready" ? (
        empty
      ) : (
        <Skeleton />
      )}
      {hasMore && (
        <button type="button" class="button quiet" onClick={() => void list.loadMore()}>
          {text.menu}
        </button>
      )}
    </div>
  );
}
