import type { Observable } from "@deskbell/sdk/agent";
import { useEffect, useState } from "preact/hooks";

/** The value of one of the SDK's observables, kept up to date. */
export function useObservable<T>(observable: Observable<T>): T {
  const [, setTick] = useState(0);
  useEffect(() => {
    setTick((tick) => tick + 1); // it may have changed between render and effect
    return observable.subscribe(() => setTick((tick) => tick + 1));
  }, [observable]);
  return observable.get();
}
