import { defineConfig } from "vitest/config";
import { TotalsReporter } from "./scripts/totals-reporter.ts";

export default defineConfig({
  test: {
    reporters: ["default", new TotalsReporter()],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/{contract,sdk,widget,agent-ui}/src/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "server",
          include: ["packages/server/src/**/*.test.ts"],
          globalSetup: "packages/server/src/test/snapshot.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/*.test.ts"],
          globalSetup: "e2e/template.ts",
          // Limits end what hangs, and judge nothing: a machine may be shared.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          // After everything else: browsers and real servers want both cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
