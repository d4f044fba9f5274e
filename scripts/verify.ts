import { execFile } from "node:child_process";
import { readBoundaries } from "./boundaries.ts";
import { docsProblems } from "./docs.ts";
import { nameProblem } from "./names.ts";
import { addTotals } from "./totals.ts";
import { describeSizes, tooLarge, widgetSizes } from "./widget-sizes.ts";
import { projectFiles, root } from "./workspace.ts";

interface Check {
  name: string;
  /** Resolves to what is wrong; to nothing when all is well. */
  run(): Promise<string>;
}

const boundaries: Check = {
  name: "boundaries",
  async run() {
    const files = projectFiles("packages", "examples").filter((file) => /(?<!\.d)\.tsx?$/.test(file));
    const { problems } = await readBoundaries(root, files);
    return problems.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join("\n");
  },
};

const names: Check = {
  name: "names of files and folders",
  run: async () =>
    projectFiles("packages", "examples", "e2e", "bench", "chaos", "scripts")
      .flatMap((file) => nameProblem(file) ?? [])
      .join("\n"),
};

const docs: Check = {
  name: "paths and links in docs",
  run: async () =>
    docsProblems(
      root,
      projectFiles("README.md", "docs", "examples").filter((file) => file.endsWith(".md")),
    ).join("\n"),
};

const sizes: Check = {
  name: "sizes of the widget",
  async run() {
    const built = await command("build", "node", ["scripts/build.ts", "--if-stale"]).run();
    if (built !== "") return built;
    const found = widgetSizes();
    process.stdout.write(`${describeSizes(found)}\n`);
    return tooLarge(found).join("\n");
  },
};

function command(name: string, file: string, args: string[]): Check {
  return {
    name,
    run: () =>
      new Promise((resolve) => {
        execFile(file, args, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
          resolve(error ? `${stdout}${stderr}`.trim() || error.message : "");
        });
      }),
  };
}

/** Two at a time, as two cores allow; the slow ones first. */
async function runAll(checks: Check[]): Promise<number> {
  const waiting = [...checks];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now();
      const wrong = await check.run().catch((error: Error) => error.stack ?? error.message);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(
        `${wrong === "" ? "✓" : "✗"} ${check.name} (${seconds} s)\n${wrong === "" ? "" : `${wrong}\n`}`,
      );
      if (wrong !== "") failed += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

const checks = [
  command("types", "tsc", ["-b"]),
  command("dead code", "knip", ["--no-progress"]),
  sizes,
  command("format and lint", "biome", ["check", "--error-on-warnings", "--colors=off"]),
  boundaries,
  names,
  docs,
];
const failed = await runAll(checks);
addTotals(checks.length - failed, failed);
process.exitCode = failed === 0 ? 0 : 1;
