import { join } from "node:path";
import type { Figure, Part } from "./chat.ts";
import { deskbellWire } from "./deskbell-wire.ts";
import { type LoadResult, load, type Wire } from "./load.ts";

const boundMs = 50;
export const profileFile = join(import.meta.dirname, "../.cache/bench-chat.cpuprofile");

/** The highest rate that holds with p99 below 50 ms; the server is profiled at that rate. */
export const sustained: Part = async function* (server, short) {
  const wire = await deskbellWire(server, short ? 200 : 1000);
  const figure = await highestRate(wire, short);
  yield figure;
  await server.profiled(profileFile, () => load(wire, Math.round(figure.figures["messages/s"] ?? 100), 3));
  wire.close();
};

/** Doubles until it does not hold, then halves the step between what held and what did not. A rate fails by failing twice. */
export async function highestRate(wire: Wire, short: boolean): Promise<Figure> {
  const seconds = short ? 2 : 4;
  await load(wire, 100, 2);
  let held = { rate: 0, p50: 0, p99: 0, cpu: {} };
  let failed = Number.POSITIVE_INFINITY;
  for (let rate = 200; failed / Math.max(held.rate, 1) > 1.1; ) {
    const result = (await hold(wire, rate, seconds)) ?? (await hold(wire, rate, seconds));
    if (result) held = { ...result, rate };
    else failed = rate;
    rate = Math.round(failed === Number.POSITIVE_INFINITY ? rate * 2 : (held.rate + failed) / 2);
    if (rate < 20) break;
  }
  const figures = { "messages/s": held.rate, "p50 ms": held.p50, "p99 ms": held.p99, ...held.cpu };
  return { what: `highest rate with p99 < ${boundMs} ms`, figures };
}

async function hold(wire: Wire, rate: number, seconds: number): Promise<LoadResult | null> {
  const result = await load(wire, rate, seconds);
  return result.p99 < boundMs && result.lost === 0 && result.rate > rate * 0.95 ? result : null;
}
