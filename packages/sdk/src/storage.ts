/** Where the session and unsent messages are kept. Synchronous, so that a word is kept before it is sent. */
export interface KeyValueStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Lives as long as the page. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/** `localStorage` where it is allowed; memory where it is denied, full or absent (private windows, sandboxed frames, servers). */
export function createDefaultStore(): KeyValueStore {
  const memory = createMemoryStore();
  const browser = findLocalStorage();
  if (!browser) return memory;
  return {
    get: (key) => memory.get(key) ?? attempt(() => browser.getItem(key), null),
    set(key, value) {
      const stored = attempt(() => {
        browser.setItem(key, value);
        return true;
      }, false);
      // What does not fit is kept for as long as the page lives, rather than lost at once.
      if (stored) memory.remove(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.remove(key);
      attempt(() => browser.removeItem(key), undefined);
    },
  };
}

function findLocalStorage(): Storage | null {
  // Reading the property itself throws where storage is blocked.
  return attempt(() => (typeof window === "undefined" ? null : window.localStorage), null);
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
