import type { Observable } from "@deskbell/sdk";
import { useLayoutEffect, useReducer } from "preact/hooks";

/** The value of an observable, and a new drawing for every change. */
export function useObservable<T>(observable: Observable<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const shown = observable.get();
  useLayoutEffect(() => {
    // It may have changed between drawing and subscribing.
    if (!Object.is(shown, observable.get())) redraw(undefined);
    return observable.subscribe(() => redraw(undefined));
  }, [observable]);
  return shown;
}
