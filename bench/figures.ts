import { availableParallelism, cpus, loadavg } from "node:os";
import type { Figure } from "./chat.ts";
import type { Machine } from "./performance-page.ts";

/** A line of what is shown while it is measured. */
export function line(part: string, { what, figures }: Figure): string {
  const values = Object.entries(figures).map(([name, value]) => `${name} ${round(value)}`);
  return `${part.padEnd(17)} ${what.padEnd(44)} ${values.join("  ")}\n`;
}

export const round = (value: number): number => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value));

export const describeMachine = (): Machine => ({
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  load: loadavg()[0],
});
