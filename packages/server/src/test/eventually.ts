import { setTimeout as pause } from "node:timers/promises";

/** Waits for a condition, never for a time: tries until `check` no longer throws, and fails with its last error. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(10);
    }
  }
}
