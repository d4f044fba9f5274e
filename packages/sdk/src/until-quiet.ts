import { backoff } from "./backoff.ts";
import { type DeskbellError, toDeskbellError } from "./deskbell-error.ts";

/** Work that is done once more for whoever asked while it was under way, one after the other, and again by itself after a temporary failure. */
export function createUntilQuiet(
  work: () => Promise<void>,
  /** `isFirst`: the last time, it went well. */
  onFailure?: (error: DeskbellError, isFirst: boolean) => void,
) {
  let running: Promise<void> | null = null;
  let again = false;
  let attempt = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function workUntilQuiet(): Promise<void> {
    clearTimeout(timer);
    while (again) {
      again = false;
      try {
        await work();
        attempt = 0;
      } catch (thrown) {
        // Before it is told: who hears it may ask for another try at once.
        again = false;
        const error = toDeskbellError(thrown);
        onFailure?.(error, attempt === 0);
        if (error.temporary && !stopped) timer = setTimeout(run, backoff(attempt++));
      }
    }
    // In the same breath as the last look, so that no wish falls in between.
    running = null;
  }

  function run(): Promise<void> {
    again = true;
    stopped = false;
    // Not at once: several wishes of one breath are one.
    running ??= Promise.resolve().then(workUntilQuiet);
    return running;
  }

  return {
    /** Settles when nobody wants more. Never rejects. */
    run,
    /** Tries no more by itself, also when what is under way fails. */
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
