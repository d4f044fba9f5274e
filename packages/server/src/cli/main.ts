import { AppError } from "../app-error.ts";
import { loadConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { openDeps } from "../open-deps.ts";
import { silentTelling } from "../realtime/telling.ts";
import { refuse } from "../refuse.ts";
import { CommandError } from "./command.ts";
import { commands } from "./commands.ts";

/** `pnpm deskbell <command> …`: does one thing to the configured database and ends. */
async function main(args: string[]): Promise<void> {
  const command = commands.find(({ name }) => args.slice(0, name.split(" ").length).join(" ") === name);
  if (!command) {
    process.stdout.write(`${usage()}\n`);
    process.exitCode = args.length === 0 || args[0] === "help" || args[0] === "--help" ? 0 : 1;
    return;
  }
  const run = command.parse(args.slice(command.name.split(" ").length));
  const config = loadConfig(process.env);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  if ("withoutDatabase" in run) return run.withoutDatabase(config, print);
  const deps = await openDeps(config, createLog(config.logLevel === "info" ? "warn" : config.logLevel), silentTelling);
  try {
    await run(deps, print);
  } finally {
    await deps.database.close();
  }
}

function usage(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return ["pnpm deskbell <command>", "", ...commands.map((c) => `  ${c.usage.padEnd(width)}  ${c.summary}`)].join("\n");
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommandError || error instanceof AppError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  refuse(error);
});
