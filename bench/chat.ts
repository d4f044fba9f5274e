import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ChatServer, startChatServer } from "./chat-server.ts";
import { cost } from "./cost.ts";
import { describeMachine, line } from "./figures.ts";
import { echoFloor, statementsFloor } from "./floor.ts";
import { idleMemory } from "./idle-memory.ts";
import { latency } from "./latency.ts";
import { writePerformancePage } from "./performance-page.ts";
import { reconnectStorm } from "./reconnect-storm.ts";
import { sustained } from "./sustained.ts";

/** A line of the table: what was measured, and its figures by name, with their unit in it. */
export interface Figure {
  what: string;
  figures: Record<string, number>;
}

/** Measures one thing, and says each figure when it has it. `short` says it with fewer contacts, in less time. */
export type Part = (server: ChatServer, short: boolean) => AsyncIterable<Figure>;

const parts: Record<string, Part> = {
  "floor-echo": echoFloor,
  "floor-statements": statementsFloor,
  cost,
  latency,
  sustained,
  memory: idleMemory,
  storm: reconnectStorm,
};

const resultFile = join(import.meta.dirname, "../.cache/bench-chat.json");

/**
 * `pnpm bench chat [part …] [--short] [--write-doc]`: chat under load, on PostgreSQL (`TEST_DATABASE_URL`, by default the local one), in a
 * database of its own. The load runs in this process, the server in another, on the same machine.  Table on stdout, JSON in
 * `.cache`; with `--write-doc` the table also goes into `docs/performance.md`.
 */
export async function chat(args: string[]): Promise<void> {
  const short = args.includes("--short");
  const chosen = args.filter((arg) => !arg.startsWith("--"));
  const unknown = chosen.find((name) => !(name in parts));
  if (unknown) throw new Error(`There is no part "${unknown}": ${Object.keys(parts).join(", ")}`);

  const machine = describeMachine();
  const server = await startChatServer();
  const results: Array<Figure & { part: string }> = [];
  try {
    for (const [part, measure] of Object.entries(parts)) {
      if (chosen.length > 0 && !chosen.includes(part)) continue;
      for await (const figure of measure(server, short)) {
        results.push({ part, ...figure });
        process.stdout.write(line(part, figure));
      }
    }
  } finally {
    await server.remove();
  }
  mkdirSync(dirname(resultFile), { recursive: true });
  writeFileSync(resultFile, `${JSON.stringify({ ...machine, short, results }, null, 2)}\n`);
  process.stdout.write(`${resultFile}\n`);
  if (args.includes("--write-doc")) {
    const where = `PostgreSQL and the load on the same machine; load average before: ${machine.load?.toFixed(1)}`;
    writePerformancePage("figures", where, machine, results);
  }
}
