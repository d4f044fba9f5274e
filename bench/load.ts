import { setTimeout as pause } from "node:timers/promises";
import { cpuSince, cpuTimes, type Workers } from "./cpu-time.ts";
import { type Summary, summarize } from "./measure.ts";

/** One way for a message to go: `send` starts it, `heard` is called with its id when the agent's socket has it. */
export interface Wire {
  send(id: string): Promise<unknown> | undefined;
  onHeard(heard: (id: string) => void): void;
  /** The processes on the way, beside this one, which is the load. */
  workers(): Promise<Workers>;
  close(): void;
}

export interface LoadResult extends Summary {
  /** Heard per second of sending. */
  rate: number;
  /** Sent and not heard within two seconds of the end. */
  lost: number;
  /** CPU time for a message, in µs, by who spent it. */
  cpu: Record<string, number>;
}

let run = 0;

/** Sends at a steady rate whatever comes back, and measures from when a message was due to when the agent heard it. */
export async function load(wire: Wire, perSecond: number, seconds: number): Promise<LoadResult> {
  const name = `load-${run++}`;
  const due = new Map<string, number>();
  const milliseconds: number[] = [];
  wire.onHeard((id) => {
    const at = due.get(id);
    if (at === undefined) return;
    due.delete(id);
    milliseconds.push(performance.now() - at);
  });
  const failures: unknown[] = [];
  const cpuBefore = cpuTimes(await workersOf(wire));
  const began = performance.now();
  const total = perSecond * seconds;
  for (let sent = 0; sent < total; ) {
    const elapsed = performance.now() - began;
    for (; sent < total && (sent * 1000) / perSecond <= elapsed; sent++) {
      const id = `${name}-${String(sent).padStart(6, "0")}`;
      due.set(id, began + (sent * 1000) / perSecond);
      wire.send(id)?.catch((error: unknown) => failures.push(error));
    }
    await pause(1);
    // Hopelessly behind: what is still open answers the question.
    if (due.size > 2 * perSecond) break;
  }
  const heardInTime = milliseconds.length;
  const took = (performance.now() - began) / 1000;
  for (let wait = 0; wait < 100 && due.size > 0; wait++) await pause(20);
  if (failures.length > 0) throw failures[0];
  const cpu = Object.entries(cpuSince(cpuBefore, await workersOf(wire))).map(([name, ms]) => [
    `${name} CPU µs`,
    (ms * 1000) / milliseconds.length,
  ]);
  return { ...summarize(milliseconds), rate: heardInTime / took, lost: due.size, cpu: Object.fromEntries(cpu) };
}

const workersOf = async (wire: Wire): Promise<Workers> => ({ ...(await wire.workers()), load: [process.pid] });
