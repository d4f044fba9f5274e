import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { addTotals } from "./totals.ts";

/** Hands vitest's totals to `.ci/run`. A file that does not load and an unhandled error count as failures. */
export class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
      failed += module.errors().length;
    }
    addTotals(passed, failed);
  }
}
