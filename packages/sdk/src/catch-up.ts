import type { Changes } from "@deskbell/contract";
import type { ListChanges } from "./resources/changes.ts";
import { createUntilQuiet } from "./until-quiet.ts";

export interface CatchUp {
  /** Something came by the socket: before long the cursor moves past it, so that after the next gap it is not read again. */
  heard(): void;
  /** Reads what was missed. Asked again while under way, it looks once more. */
  run(): void;
  /** Tries no more by itself. */
  stop(): void;
}

export interface CatchUpConfig<C> {
  list: ListChanges<C & Changes<unknown, unknown>>;
  apply(page: C): void;
  /** Nobody knows what was missed: all that is shown must be fetched afresh. `isFirst`: nothing can have been shown yet. */
  onResync(isFirst: boolean): void;
}

const PAGE = 100;
const CONFIRM_MS = 60_000;

/** Keeps the cursor of what has been heard, and reads on from there after a gap: in one small request when nothing was missed. */
export function createCatchUp<C extends Changes<unknown, unknown>>({
  list,
  apply,
  onResync,
}: CatchUpConfig<C>): CatchUp {
  let cursor: string | null = null;
  let confirming: ReturnType<typeof setTimeout> | undefined;

  const looks = createUntilQuiet(read);

  function stop(): void {
    looks.stop();
    clearTimeout(confirming);
    confirming = undefined;
  }

  async function read(): Promise<void> {
    for (let hasMore = true; hasMore; ) {
      const isFirst = cursor === null;
      const page = await list({ limit: PAGE, ...(cursor && { cursor }) });
      cursor = page.cursor;
      hasMore = page.hasMore;
      if (page.resync) onResync(isFirst);
      else apply(page);
    }
  }

  function run(): void {
    stop();
    void looks.run();
  }

  return {
    heard() {
      confirming ??= setTimeout(run, CONFIRM_MS * (1 + Math.random() / 2));
    },
    run,
    stop,
  };
}
