import { readFileSync } from "node:fs";

/** Processes by the name under which their work is shown. */
export type Workers = Readonly<Record<string, readonly number[]>>;

/** The kernel counts in hundredths of a second, on every Linux that Node runs on. */
const tickMs = 10;

/** What each process has computed so far, in ms. Unlike a latency, it hardly depends on what else the machine does. */
export function cpuTimes(workers: Workers): Map<number, number> {
  return new Map(
    Object.values(workers)
      .flat()
      .map((pid) => [pid, cpuTime(pid)]),
  );
}

/** What was computed since `before`, in ms by name: of a process that is new, all that it ever did. */
export function cpuSince(before: ReadonlyMap<number, number>, workers: Workers): Record<string, number> {
  const spent = (pid: number): number => cpuTime(pid) - (before.get(pid) ?? 0);
  return Object.fromEntries(
    Object.entries(workers).map(([name, pids]) => [name, pids.reduce((sum, pid) => sum + spent(pid), 0)]),
  );
}

function cpuTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // Behind the command's name, which may hold anything: the twelfth and the thirteenth are user's and system's time.
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) * tickMs;
}
