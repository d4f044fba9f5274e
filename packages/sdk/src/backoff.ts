/** How long to wait before trying again, in ms: doubling, with half of it random so that many clients don't come back at once. */
export function backoff(attempt: number, base = 500, max = 20_000): number {
  const ceiling = Math.min(max, base * 2 ** Math.min(attempt, 16));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}
