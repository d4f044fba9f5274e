import { toDeskbellError } from "./deskbell-error.ts";

/** What arrived where: the conversation's id and the `seq` up to which it did. */
export interface Receipt {
  id: string;
  seq: number;
}

export interface Receipts {
  /** Everything up to `seq` is here. */
  received(id: string, seq: number): void;
  /** The server knows of it, from here or from elsewhere. */
  known(id: string, seq: number): void;
  /** Forgets everything: another reader. */
  clear(): void;
}

interface ReceiptsConfig {
  send(receipts: Receipt[]): Promise<unknown>;
  /** How long arrivals are gathered, in ms; asked each time. */
  pause(): number;
}

/** At most so many conversations in one request. */
const batch = 100;
/** Conversations that are remembered as known to the server. */
const kept = 1000;

/** Tells the server what has arrived, gathered and late: nothing depends on it but a mark beside a message. */
export function createReceipts({ send, pause }: ReceiptsConfig): Receipts {
  const waiting = new Map<string, number>();
  const settled = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let generation = 0;
  let isRefused = false;

  function known(id: string, seq: number): void {
    if (seq > (settled.get(id) ?? 0)) {
      settled.delete(id);
      settled.set(id, seq);
      const [oldest] = settled.keys();
      if (settled.size > kept && oldest) settled.delete(oldest);
    }
    if ((waiting.get(id) ?? 0) <= seq) waiting.delete(id);
  }

  async function flush(): Promise<void> {
    const asked = generation;
    const receipts = [...waiting].slice(0, batch).map(([id, seq]) => ({ id, seq }));
    if (receipts.length > 0) {
      try {
        await send(receipts);
        if (asked !== generation) return;
        for (const { id, seq } of receipts) known(id, seq);
      } catch (thrown) {
        if (asked !== generation) return;
        const { code, temporary } = toDeskbellError(thrown);
        // Who may only look says nothing. What is not let through now comes with what arrives next; what is gone is dropped.
        isRefused = code === "forbidden";
        if (!temporary) for (const { id, seq } of receipts) known(id, seq);
        timer = undefined;
        return;
      }
    }
    timer = waiting.size > 0 ? setTimeout(flush, pause()) : undefined;
  }

  return {
    known,
    received(id, seq) {
      if (isRefused || seq <= (settled.get(id) ?? 0)) return;
      waiting.set(id, Math.max(seq, waiting.get(id) ?? 0));
      timer ??= setTimeout(flush, pause());
    },
    clear() {
      generation += 1;
      isRefused = false;
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
      settled.clear();
    },
  };
}
