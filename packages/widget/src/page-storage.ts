/** Browser storage that answers `null` and forgets where it is denied (private windows, sandboxed frames). */
export interface PageStorage {
  get(key: string): string | null;
  /** `null` removes. */
  set(key: string, value: string | null): void;
  clear(): void;
}

const fullKey = (channelKey: string, key: string) => `deskbell:${channelKey}:${key}`;

/** What outlives the tab. */
export function readKept(channelKey: string, key: string): string | null {
  try {
    // Reading `localStorage` itself throws where storage is blocked.
    return localStorage.getItem(`deskbell:${channelKey}:${key}`);
  } catch {
    return null;
  }
}

/** `value: null` forgets. */
export function keep(channelKey: string, key: string, value: string | null): void {
  write(() => localStorage, fullKey(channelKey, key), value);
}

/** What lives as long as the tab. */
export function tabStorage(channelKey: string): PageStorage {
  return {
    get(key) {
      try {
        return sessionStorage.getItem(fullKey(channelKey, key));
      } catch {
        return null;
      }
    },
    set: (key, value) => write(() => sessionStorage, fullKey(channelKey, key), value),
    clear() {
      try {
        const ours = Object.keys(sessionStorage).filter((key) => key.startsWith(fullKey(channelKey, "")));
        for (const key of ours) sessionStorage.removeItem(key);
      } catch {
        // Denied: then there is nothing to forget.
      }
    },
  };
}

function write(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value) storage().setItem(key, value);
    else storage().removeItem(key);
  } catch {
    // Denied or full: then it lives only in memory, where the caller has it.
  }
}
