/** Browser storage that answers `null` and forgets where it is denied (private windows, sandboxed frames). */
export interface PageStorage {
  get(key: string): string | null;
  /** `null` removes. */
  set(key: string, value: string | null): void;
}

/** `local` outlives the tab, `session` does not. */
export function pageStorage(kind: "local" | "session", channelKey: string): PageStorage {
  const attempt = (action: (storage: Storage) => string | null | undefined) => {
    try {
      // Reading the property itself throws where storage is blocked.
      return action(kind === "local" ? localStorage : sessionStorage) ?? null;
    } catch {
      return null;
    }
  };
  const full = (key: string) => `deskbell:${channelKey}:${key}`;
  return {
    get: (key) => attempt((storage) => storage.getItem(full(key))),
    set(key, value) {
      attempt((storage) => {
        if (value) storage.setItem(full(key), value);
        else storage.removeItem(full(key));
        return null;
      });
    },
  };
}
