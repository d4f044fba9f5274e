import type { Part } from "./chat.ts";
import { deskbellWire } from "./deskbell-wire.ts";
import { load } from "./load.ts";

/** How long from a contact's request until an agent's socket hears the message, at several rates. */
export const latency: Part = async function* (server, short) {
  const contacts = short ? 200 : 1000;
  const wire = await deskbellWire(server, contacts);
  await load(wire, 100, 2);
  for (const rate of [10, 100, 200, 1000]) {
    const { p50, p95, p99, rate: heard, cpu } = await load(wire, rate, short ? 3 : 10);
    const what = `${rate}/s from ${contacts} contacts`;
    yield { what, figures: { "p50 ms": p50, "p95 ms": p95, "p99 ms": p99, "heard/s": heard, ...cpu } };
  }
  wire.close();
};
