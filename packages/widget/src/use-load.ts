import type { DeskbellError } from "@deskbell/sdk";
import { useEffect, useReducer, useState } from "preact/hooks";

export interface Loaded<T> {
  /** `null` while loading for the first time, and after a failure. */
  data: T | null;
  error: DeskbellError | null;
  reload(): void;
}

/** Fetches whenever `inputs` change; an answer that comes too late is dropped. What was shown stays until the next one is here. */
export function useLoad<T>(fetch: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; error: DeskbellError | null }>({ data: null, error: null });
  const [attempt, reload] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const controller = new AbortController();
    const set = (data: T | null, error: DeskbellError | null) => controller.signal.aborted || setState({ data, error });
    fetch(controller.signal).then(
      (data) => set(data, null),
      (error) => set(null, error),
    );
    return () => controller.abort();
  }, [...inputs, attempt]);
  return {
    ...state,
    reload() {
      setState({ data: null, error: null });
      reload(undefined);
    },
  };
}
