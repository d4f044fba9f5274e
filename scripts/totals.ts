import { appendFileSync } from "node:fs";

/** What `.ci/run` adds up: each step appends its line to the file it names in `DESKBELL_TOTALS`. */
export function addTotals(passed: number, failed: number): void {
  const file = process.env.DESKBELL_TOTALS;
  if (file) appendFileSync(file, `${passed} ${failed}\n`);
}
