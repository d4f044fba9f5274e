import { parseArgs } from "node:util";
import { addTotals } from "../scripts/totals.ts";
import { type EngineName, openStage } from "./stage.ts";
import { survive } from "./survive.ts";

/**
 * `pnpm test:chaos [--engine postgres|pglite] [--seconds n] [--seed s]`: breaks what can break under a load, and holds what
 * clients were told against the database. Without `--engine` both, in about two minutes.
 */
const { values } = parseArgs({
  options: { engine: { type: "string" }, seconds: { type: "string" }, seed: { type: "string" } },
});
/** What the short form takes, and how many contacts chat: an embedded database has one writer at a time. */
const usual = { postgres: { seconds: 50, crowd: 12 }, pglite: { seconds: 20, crowd: 6 } };
const engines = values.engine === undefined ? (["postgres", "pglite"] as const) : [engineNamed(values.engine)];
const seed = values.seed ?? String(Math.floor(Math.random() * 1e6));

let failed = 0;
for (const engine of engines) {
  const seconds = Number(values.seconds ?? usual[engine].seconds);
  process.stdout.write(`\nChaos on ${engine}: ${seconds} s, --seed ${seed}\n`);
  const results = await survive(openStage[engine], usual[engine].crowd, seconds, `${seed}/${engine}`);
  for (const { name, problems } of results) {
    process.stdout.write(`${problems.length === 0 ? "✓" : "✗"} ${name}\n`);
    for (const problem of problems.slice(0, 8)) process.stdout.write(`    ${problem}\n`);
    if (problems.length > 8) process.stdout.write(`    … and ${problems.length - 8} more\n`);
  }
  const bad = results.filter(({ problems }) => problems.length > 0).length;
  addTotals(results.length - bad, bad);
  failed += bad;
}
process.exit(failed === 0 ? 0 : 1);

function engineNamed(name: string): EngineName {
  if (name in openStage) return name as EngineName;
  throw new Error(`There is no engine ${name}: --engine ${Object.keys(openStage).join("|")}`);
}
