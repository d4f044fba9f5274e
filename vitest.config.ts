import { defineConfig } from "vitest/config";
import { TotalsReporter } from "./scripts/totals-reporter.ts";

const inBrowsers = { globalSetup: "e2e/template.ts", testTimeout: 240_000, hookTimeout: 240_000 };

/** What measures how long something takes, or packs into a folder of ours, has the machine to itself. */
const alone = ["story", "host-page", "presence", "process", "packages", "examples"].map(
  (name) => `e2e/${name}.test.ts`,
);

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
          ...inBrowsers,
          name: "e2e",
          include: ["e2e/*.test.ts"],
          exclude: alone,
          // After everything else, and two at once: while one waits for a page, the other has a core.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inBrowsers,
          name: "e2e-alone",
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
