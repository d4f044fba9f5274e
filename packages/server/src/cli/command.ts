import { parseArgs } from "node:util";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { Context, Deps } from "../context.ts";
import { findWorkspace } from "../features/workspaces/find-workspace.ts";
import { seedDemo } from "../seed/seed-demo.ts";

/** What was asked for makes no sense: one line that says so. */
export class CommandError extends Error {}

export type Print = (line: string) => void;

export interface Command {
  /** One or two words. */
  name: string;
  usage: string;
  summary: string;
  /** Throws {@link CommandError} before anything is opened. */
  parse(args: string[]): Run | { withoutDatabase(config: Config, print: Print): void };
}

type Run = (deps: Deps, print: Print) => Promise<void>;

/** Reads `--options` by a schema; what is missing or wrong is named. */
export function options<T extends z.ZodRawShape>(args: string[], shape: T): z.output<z.ZodObject<T>> & { _: string[] } {
  const names = Object.keys(shape);
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    });
    return { ...z.object(shape).parse(values), _: positionals };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw new CommandError(error instanceof Error ? error.message : String(error));
    throw new CommandError(error.issues.map((i) => `--${i.path.join(".")}: ${i.message}`).join("; "));
  }
}

export async function workspaceNamed(deps: Deps, name: string): Promise<Context> {
  const found =
    (await findWorkspace(deps, name)) ??
    (name === "demo" && (await seedDemo(deps)) ? await findWorkspace(deps, name) : null);
  if (!found) throw new CommandError(`There is no workspace "${name}": create it with pnpm deskbell create-workspace`);
  return found;
}
