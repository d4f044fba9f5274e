import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isStale, markFresh } from "./staleness.ts";
import { root } from "./workspace.ts";

/** In the order of who needs whom. Each is built by the `build` script of its own package. */
const products = [
  { name: "sdk", sources: ["contract", "sdk"] },
  { name: "widget", sources: ["contract", "sdk", "widget"] },
  { name: "agent-ui", sources: ["contract", "sdk", "agent-ui"] },
];

/** What the server hands out to browsers: `pnpm start` and `pnpm test` need just these. */
const served = ["widget", "agent-ui"];

/** Builds the widget and the console unless their sources are those of the last build. `false` when a build failed; it has said why. */
export async function buildIfStale(): Promise<boolean> {
  return buildAll(products.filter(({ name, sources }) => served.includes(name) && isStale(root, name, sources)));
}

async function buildAll(wanted: typeof products): Promise<boolean> {
  for (const product of wanted) {
    if (!(await build(product))) return false;
  }
  return true;
}

async function build({ name, sources }: (typeof products)[number]): Promise<boolean> {
  const folder = join(root, "packages", name);
  const command = buildScript(folder);
  if (!command) return true;
  const began = performance.now();
  process.stdout.write(`Building ${name} … `);
  const { code, output } = await run(command, folder);
  if (code !== 0) {
    process.stdout.write(`failed\n${output}\n`);
    return false;
  }
  markFresh(root, name, sources);
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return true;
}

function buildScript(folder: string): string | undefined {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).scripts?.build;
}

function run(command: string, cwd: string): Promise<{ code: number; output: string }> {
  const bins = [join(cwd, "node_modules/.bin"), join(root, "node_modules/.bin")].filter(existsSync);
  const PATH = [...bins, process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd,
      shell: true,
      env: { ...process.env, PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

if (import.meta.main) {
  const built = process.argv.includes("--if-stale") ? await buildIfStale() : await buildAll(products);
  process.exitCode = built ? 0 : 1;
}
