import type { Observable } from "../observable.ts";

/** Resolves with the value once it is as wanted: tests wait for a condition, never for a time. */
export function until<T>(observable: Observable<T>, wanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const value = observable.get();
      if (!wanted(value)) return;
      stop();
      resolve(value);
    };
    const stop = observable.subscribe(look);
    look();
  });
}
