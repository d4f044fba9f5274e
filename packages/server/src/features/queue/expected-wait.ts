/** Somebody was taken out of a queue, for the first time since they came. */
export interface Answer {
  /** In ms. */
  at: number;
  waitedMs: number;
}

/** Fewer answers say nothing about the next one. */
const enough = 5;
const minute = 60_000;

/**
 * How long a queue takes per place, in ms, by the middle one of its recent answers; `null` when nobody can know: too few
 * answers, or the queue stands still. Each answer counts its own wait, divided by how many were answered during it: that
 * is how many places it came forward.
 */
export function paceOf(answers: readonly Answer[], firstSince: number | null, now: number): number | null {
  if (answers.length < enough) return null;
  const paces = answers.map(({ at, waitedMs }) => {
    const before = answers.filter((other) => other.at <= at && other.at > at - waitedMs).length;
    return waitedMs / Math.max(1, before);
  });
  paces.sort((a, b) => a - b);
  const pace = paces[Math.floor(paces.length / 2)] ?? 0;
  const lastAnswer = Math.max(...answers.map(({ at }) => at));
  // Who is first has been first since then: thrice as long as usual, and what was usual holds no more.
  const stillMs = firstSince === null ? 0 : now - Math.max(firstSince, lastAnswer);
  return stillMs > 3 * pace + minute ? null : pace;
}

/** In whole minutes: nobody should count along, and nobody is told anew for seconds. */
export const expectedWait = (pace: number | null, position: number): number | null =>
  pace === null ? null : Math.max(1, Math.ceil((pace * position) / minute)) * 60;
