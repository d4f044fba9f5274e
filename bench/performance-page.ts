import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./chat.ts";

export interface Machine {
  at: string;
  node: string;
  cpu: string;
  cores: number;
  /** Of the last minute, before anything was measured. */
  load: number | undefined;
}

const page = join(import.meta.dirname, "../docs/performance.md");
const [begin, end] = ["<!-- figures -->", "<!-- /figures -->"];

/** Puts what was measured into the documentation, in place of what was measured before. */
export function writePerformancePage(machine: Machine, results: readonly (Figure & { part: string })[]): void {
  const text = readFileSync(page, "utf8");
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const rows = results.map(
    ({ part, what, figures }) => `| ${part} | ${what} | ${Object.entries(figures).map(figure).join(" · ")} |`,
  );
  const table = ["| part | what | figures |", "| --- | --- | --- |", ...rows].join("\n");
  writeFileSync(page, `${before}\n\n${describe(machine)}\n\n${table}\n\n${after}`);
}

const describe = ({ at, node, cpu, cores, load }: Machine): string =>
  `${at.slice(0, 10)}, ${cores} cores (${cpu}), Node ${node}, PostgreSQL and the load on the same machine; load average before: ${load?.toFixed(1)}.`;

const figure = ([name, value]: [string, number]): string =>
  `${name} **${value < 100 ? Math.round(value * 10) / 10 : Math.round(value)}**`;
