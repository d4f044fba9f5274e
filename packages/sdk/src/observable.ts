/**
 * A value that changes over time. Snapshots are immutable: a new object for every change, the same object in between,
 * so it fits `useSyncExternalStore`, signals and plain callbacks alike.
 */
export interface Observable<T> {
  /** The value now. */
  get(): T;
  /** Calls `listener` after every change, not at once. Returns the way to stop. */
  subscribe(listener: (value: T) => void): () => void;
}

/** An observable that its owner may change. */
export interface Cell<T> extends Observable<T> {
  /** Does nothing when the value is the same. */
  set(value: T): void;
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe(listener) {
      // A fresh function each time: the same listener may subscribe twice.
      const entry = (next: T) => listener(next);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}
