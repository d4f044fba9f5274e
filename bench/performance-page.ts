import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./chat.ts";
import { round } from "./figures.ts";

export interface Machine {
  at: string;
  node: string;
  cpu: string;
  cores: number;
  /** Of the last minute, before anything was measured. */
  load: number | undefined;
}

const page = join(import.meta.dirname, "../docs/performance.md");

/** Puts what was measured into the documentation, in place of what was measured before: between the comments that name `place`. */
export function writePerformancePage(
  place: string,
  circumstances: string,
  { at, node, cpu, cores }: Machine,
  results: readonly (Figure & { part: string })[],
): void {
  const [begin, end] = [`<!-- ${place} -->`, `<!-- /${place} -->`];
  const text = readFileSync(page, "utf8");
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const rows = results.map(
    ({ part, what, figures }) => `| ${part} | ${what} | ${Object.entries(figures).map(figure).join(" · ")} |`,
  );
  const table = ["| part | what | figures |", "| --- | --- | --- |", ...rows].join("\n");
  const described = `${at.slice(0, 10)}, ${cores} cores (${cpu}), Node ${node}; ${circumstances}.`;
  writeFileSync(page, `${before}\n\n${described}\n\n${table}\n\n${after}`);
}

const figure = ([name, value]: [string, number]): string => `${name} **${round(value)}**`;
