import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "./random.ts";

/** Something that breaks, and is whole again when `run` resolves. */
export interface Fault {
  name: string;
  /** What it happens to: two faults of the same never overlap. */
  of: string;
  /** How long it may take, in ms: it is not begun later than that before the end. */
  takes: number;
  run(): Promise<void>;
}

/**
 * All of them in a random order, evenly spread over the time and overlapping as it comes; in a long time again and again,
 * each round in another order. Resolves when all is whole.
 */
export async function breakThings(faults: readonly Fault[], random: Random, ms: number): Promise<void> {
  const rounds = Math.max(1, Math.round(ms / 45_000));
  const roundMs = ms / rounds;
  const busy = new Map<string, Promise<void>>();
  for (let round = 0; round < rounds; round++) {
    // The long ones early, so that they end in time.
    const order = random.shuffled(faults).sort((a, b) => Number(b.takes > 10_000) - Number(a.takes > 10_000));
    const shift = random.between(0, 2);
    // Not the very first: it is to meet a load.
    const first = order.splice(0, 1);
    order.splice(Math.min(shift, order.length), 0, ...first);
    for (const fault of order) {
      await pause((roundMs / order.length) * (0.5 + random.next() * 0.5));
      const run = (busy.get(fault.of) ?? Promise.resolve()).then(() => fault.run());
      busy.set(fault.of, run);
      // Looked at in the end; until then it must not count as unhandled.
      run.catch(() => undefined);
    }
  }
  await Promise.all(busy.values());
}
