import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import { boundariesConfiguration as configuration, lean } from "../.dependency-cruiser.ts";

/** What dependency-cruiser found wrong, and how much it read. */
export interface BoundariesReport {
  modules: number;
  dependencies: number;
  problems: { rule: string; from: string; to: string }[];
}

/** Reads every file under `folder` that `files` names and holds it against the rules. */
export async function readBoundaries(folder: string, files: string[]): Promise<BoundariesReport> {
  const { output } = await cruise(
    files,
    { ...configuration.options, baseDir: folder, validate: true, ruleSet: { forbidden: configuration.forbidden } },
    configuration.options.enhancedResolveOptions,
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a result");
  const unread = files.filter((file) => !wasRead(output, folder, file));
  return {
    modules: output.modules.length,
    dependencies: output.summary.totalDependenciesCruised ?? 0,
    problems: [
      ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...lean.flatMap(({ name, entry, without }) => {
        const loaded = loadedAtOnce(output.modules, entry).filter((file) => without.test(file));
        return loaded.map((file) => ({ rule: name, from: entry, to: file }));
      }),
      ...unread.map((file) => ({ rule: "every-file-is-read", from: file, to: "" })),
    ],
  };
}

/** What running `entry` loads: neither types nor what is imported later. */
function loadedAtOnce(modules: IModule[], entry: string): string[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const { resolved, dependencyTypes } of bySource.get(file)?.dependencies ?? []) {
      if (!dependencyTypes.includes("type-only") && !dependencyTypes.includes("dynamic-import")) seen.add(resolved);
    }
  }
  return [...seen];
}

/** A parser that quietly reads nothing would make every rule hold. */
function wasRead(result: ICruiseResult, folder: string, file: string): boolean {
  const module = result.modules.find(({ source }) => source === file);
  if (!module) return false;
  const imports = /^(import|export)\b[^;]*?\bfrom "/m.test(readFileSync(join(folder, file), "utf8"));
  return !imports || module.dependencies.length > 0;
}
