/** What was done to whom, when; printed as it happens. */
export interface Timeline {
  note(what: string): void;
}

export function createTimeline(): Timeline {
  const began = performance.now();
  return {
    note(what) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${seconds.padStart(7)} s  ${what}\n`);
    },
  };
}
